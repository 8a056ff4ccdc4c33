using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>Replaces the running program by another one.</summary>
public static unsafe partial class ProcessReplacement
{
    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true)]
    private static partial int ExecVe(byte* path, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, nint argument);

    /// <summary>Starts <paramref name="path"/> in this process; returns errno if that failed.</summary>
    /// <param name="inherited">Descriptors that stay open.</param>
    public static int Execute(string path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, IReadOnlyList<int> inherited)
    {
        const int SetDescriptorFlags = 2;
        foreach (int descriptor in inherited)
            _ = Control(descriptor, SetDescriptorFlags, 0);
        using var words = new NativeStrings(arguments);
        using var variables = new NativeStrings(environment);
        fixed (byte* program = ByteText.ToZeroTerminated(path))
            _ = ExecVe(program, words.Pointer, variables.Pointer);
        return Marshal.GetLastPInvokeError();
    }
}
