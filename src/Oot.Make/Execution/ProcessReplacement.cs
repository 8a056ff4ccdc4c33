using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>Replaces the running program by another one.</summary>
public static unsafe partial class ProcessReplacement
{
    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true)]
    private static partial int ExecVe(byte* path, byte** arguments, byte** environment);

    /// <summary>Starts <paramref name="path"/> in this process; returns errno if that failed.</summary>
    public static int Execute(string path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        using var words = new NativeStrings(arguments);
        using var variables = new NativeStrings(environment);
        fixed (byte* program = ByteText.ToZeroTerminated(path))
            _ = ExecVe(program, words.Pointer, variables.Pointer);
        return Marshal.GetLastPInvokeError();
    }
}
