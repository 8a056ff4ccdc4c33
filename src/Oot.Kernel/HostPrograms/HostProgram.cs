using Oot.Core;

namespace Oot.Kernel.HostPrograms;

/// <summary>A program of the kernel tree that oot has an implementation of.</summary>
/// <param name="Path">Where the program lies in a kernel tree, such as <c>scripts/basic/fixdep</c>.</param>
/// <param name="Run">Runs a call and gives the exit code.</param>
/// <param name="IsNeeded">Whether oot takes the place of the program at a path, in an environment; null: always.</param>
/// <param name="RunsHere">It can run beside others in make's own process: it starts nothing, has no secrets and is over soon.</param>
public sealed record HostProgram(string Path, Func<HostProgramCall, int> Run, Func<IDisk, IReadOnlyList<string>, string, bool>? IsNeeded = null, bool RunsHere = false)
{
    /// <summary>Runs it on descriptors and gives the exit code.</summary>
    /// <param name="program">The program's path as the command line has it.</param>
    /// <param name="arguments">The words after it, as byte text.</param>
    /// <param name="environment"><c>NAME=VALUE</c> strings, as byte text.</param>
    public int RunOn(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, int input, int output, int error)
    {
        using var inputStream = new DescriptorStream(input);
        using var outputStream = new DescriptorStream(output);
        // As in the C programs, a message that cannot be said changes nothing.
        using var errorStream = new DescriptorStream(error, losesErrors: true);
        var disk = new Disk();
        disk.KeepDirectories();
        try
        {
            return Run(new HostProgramCall(program, arguments, environment, inputStream, outputStream, errorStream, disk));
        }
        catch (IOException refused)
        {
            errorStream.Write(ByteText.ToBytes($"{program}: standard input or output: {ByteText.FromUnicode(refused.Message)}\n"));
            return 1;
        }
        finally
        {
            disk.Forget();
        }
    }
}
