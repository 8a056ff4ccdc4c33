using Oot.Core;
using Oot.Make.Execution.Shell;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>Runs a command for its output: <c>$(shell)</c> and <c>!=</c>.</summary>
internal static unsafe class ShellCapture
{
    /// <summary>
    /// Runs the command to its end: until it has ended and no process holds its output open. A fatal signal ends the wait early,
    /// with what was read; <see cref="ProcessSignals.Pending"/> tells.
    /// </summary>
    public static ShellResult Run(IReadOnlyList<string> argv, IReadOnlyList<string> environment, string? searchPath, int stderrDescriptor)
    {
        if (searchPath is null && TryRead(argv, environment) is { } content)
            return content;
        MakeProcess.Current.BeSeen();
        if (searchPath is null && CapturedScript.TryRun(argv, environment, stderrDescriptor) is { } result)
            return result;
        int* ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0)
            return new ShellResult("", 127, 0, SystemCalls.Errno);
        int errno = Spawner.StartUnwatched(new SpawnRequest(argv, environment, searchPath, -1, ends[1], stderrDescriptor, []), out int pid);
        _ = Close(ends[1]);
        if (errno != 0)
        {
            _ = Close(ends[0]);
            return new ShellResult("", 127, 0, errno);
        }
        string output = ReadAll(ends[0]);
        _ = Close(ends[0]);
        return ProcessSignals.Pending == 0 && ChildWaiter.TryReap(pid, 0, out ChildExit exit)
            ? new ShellResult(output, exit.ExitCode, exit.Signal, 0)
            : new ShellResult(output, 127, ProcessSignals.Pending, 0);
    }

    /// <summary>What a plain <c>cat</c> would say of its files; null for any other command.</summary>
    private static ShellResult? TryRead(IReadOnlyList<string> argv, IReadOnlyList<string> environment) =>
        argv[0] == "cat" && !InProcessShell.IsOffIn(environment) && FilePrograms.IsSystems("cat", environment) && new FilePrograms(new Disk()).Run(argv, out string output) == 0
            ? new ShellResult(output, 0, 0, 0)
            : null;

    private static string ReadAll(int descriptor)
    {
        byte[] buffer = new byte[4096];
        int used = 0;
        while (IsReadable(descriptor))
        {
            if (used == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            nint count;
            fixed (byte* p = buffer)
                count = Read(descriptor, p + used, buffer.Length - used);
            if (count > 0)
                used += (int)count;
            else if (count == 0 || SystemCalls.Errno != Core.Errno.Interrupted)
                break;
        }
        return ByteText.FromBytes(buffer.AsSpan(0, used));
    }

    /// <summary>False when a signal is to be handled first.</summary>
    private static bool IsReadable(int descriptor)
    {
        if (ProcessSignals.WakeDescriptor < 0)
            return true;
        PollEntry* entries = stackalloc PollEntry[2];
        entries[0] = new PollEntry { Descriptor = ProcessSignals.WakeDescriptor, Events = PollIn };
        entries[1] = new PollEntry { Descriptor = descriptor, Events = PollIn };
        while (Poll(entries, 2, -1) < 0 && SystemCalls.Errno == Core.Errno.Interrupted)
        {
        }
        return entries[0].Returned == 0;
    }
}
