using Oot.Core;

namespace Oot.Kernel.HostPrograms;

/// <summary>A program of the kernel tree that oot has an implementation of.</summary>
/// <param name="Path">Where the program lies in a kernel tree, such as <c>scripts/basic/fixdep</c>.</param>
/// <param name="Run">Runs a call and gives the exit code.</param>
/// <param name="IsNeeded">Whether oot takes the place of the program at a path, in an environment; null: always.</param>
/// <param name="RunsHere">Whether a call with these words can run beside others in make's own process: it starts nothing, has no secrets, is over soon and needs little memory; null: none can.</param>
public sealed record HostProgram(string Path, Func<HostProgramCall, int> Run, Func<IDisk, IReadOnlyList<string>, string, bool>? IsNeeded = null, Func<IReadOnlyList<string>, bool>? RunsHere = null)
{
    /// <summary>Runs it on descriptors and gives the exit code.</summary>
    /// <param name="program">The program's path as the command line has it.</param>
    /// <param name="arguments">The words after it, as byte text.</param>
    /// <param name="environment"><c>NAME=VALUE</c> strings, as byte text.</param>
    /// <param name="memory">What others of the same build have left; null where it is alone.</param>
    public int RunOn(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, int input, int output, int error, HostProgramMemory? memory = null)
    {
        using var inputStream = new DescriptorStream(input);
        using var outputStream = new DescriptorStream(output);
        // As in the C programs, a message that cannot be said changes nothing.
        using var errorStream = new DescriptorStream(error, losesErrors: true);
        try
        {
            return Run(new HostProgramCall(program, arguments, environment, inputStream, outputStream, errorStream, new Disk(), memory));
        }
        catch (IOException refused)
        {
            errorStream.Write(ByteText.ToBytes($"{program}: standard input or output: {ByteText.FromUnicode(refused.Message)}\n"));
            return 1;
        }
    }
}
