using Microsoft.Win32.SafeHandles;
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
        using Stream input = Open(0, FileAccess.Read);
        using Stream output = Open(1, FileAccess.Write);
        using Stream error = Open(2, FileAccess.Write);
        return known.Run(new HostProgramCall(program, arguments, environment, input, output, error, new Disk()));
    }

    private static FileStream Open(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);
}
