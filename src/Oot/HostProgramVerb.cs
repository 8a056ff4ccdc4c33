using Oot.Core;
using Oot.Kernel.HostPrograms;

namespace Oot;

/// <summary><c>oot host-program PROGRAM [ARGUMENT]…</c>: what a recipe runs in place of a kernel tree's own program.</summary>
internal static class HostProgramVerb
{
    internal static int Run(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        if (HostProgramTable.Find(program) is not HostProgram known)
        {
            _ = Disk.WriteAll(2, ByteText.ToBytes($"oot: {program} is none of the programs of a kernel tree that oot does itself\n"));
            return ExitCode.Usage;
        }
        FreshMemory.SetAside();
        return known.RunOn(program, arguments, environment, 0, 1, 2);
    }
}
