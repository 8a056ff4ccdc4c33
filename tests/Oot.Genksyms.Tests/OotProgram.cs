using Oot.Core;
using Oot.Kernel.HostPrograms;

namespace Oot.Genksyms.Tests;

/// <summary>Runs oot's genksyms, inside the test's process, as a kernel's.</summary>
internal static class OotProgram
{
    internal static Outcome Run(string kernel, IEnumerable<string> arguments, byte[] input, string directory)
    {
        string program = Kernels.Program(kernel);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var call = new HostProgramCall(program, [.. arguments], [], new MemoryStream(input), output, error, new DiskBelow(directory));
        int code = HostProgramTable.Find(program)!.Run(call);
        return new Outcome(code, ByteText.FromBytes(output.ToArray()), ByteText.FromBytes(error.ToArray()));
    }
}
