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
        using var input = new DescriptorStream(0);
        using var output = new DescriptorStream(1);
        // As in the C programs, a message that cannot be said changes nothing.
        using var error = new DescriptorStream(2, losesErrors: true);
        try
        {
            return known.Run(new HostProgramCall(program, arguments, environment, input, output, error, new Disk()));
        }
        catch (IOException refused)
        {
            error.Write(ByteText.ToBytes($"{program}: standard input or output: {ByteText.FromUnicode(refused.Message)}\n"));
            return 1;
        }
    }
}
