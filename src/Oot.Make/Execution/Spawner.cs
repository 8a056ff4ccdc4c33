using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>Starts programs. Waiting for them is <see cref="ChildWaiter"/>'s.</summary>
internal static unsafe class Spawner
{
    private const short SetSignalDefaults = 0x04, SetSignalMaskFlag = 0x08;
    private const int SignalSetSize = 128;

    /// <summary>More than the C library's opaque structures take on any 64-bit machine (336 and 80 bytes on x86-64).</summary>
    private const int OpaqueSize = 512;

    private static readonly Lazy<int> BrokenPipe = new(OpenBrokenPipe);

    /// <summary>
    /// A standard input that is at its end: what every child but one gets when several run at once. −1 when no
    /// pipe could be made.
    /// </summary>
    public static int BadStandardInput => BrokenPipe.Value;

    /// <summary>
    /// Starts a program whose end <see cref="ChildWaiter.Wait"/> will tell; 0 or errno. The first call installs <see cref="ProcessSignals"/>.
    /// </summary>
    public static int Start(SpawnRequest request, out int pid)
    {
        ProcessSignals.Install();
        int errno = StartUnwatched(request, out pid);
        if (errno == 0)
            ChildWaiter.Watch(pid);
        return errno;
    }

    /// <summary>As <see cref="Start"/>, for a caller who waits for this very process.</summary>
    public static int StartUnwatched(SpawnRequest request, out int pid)
    {
        MakeProcess.Current.BeSeen();
        pid = -1;
        string? program = ProgramSearch.Find(request.Arguments[0], request.SearchPath, request.Environment, out int errno);
        if (program is null)
            return errno;

        byte* attributes = stackalloc byte[OpaqueSize];
        byte* actions = stackalloc byte[OpaqueSize];
        byte* signals = stackalloc byte[SignalSetSize];
        _ = InitAttributes(attributes);
        _ = InitActions(actions);
        try
        {
            _ = EmptySignals(signals);
            _ = SetSpawnMask(attributes, signals);
            // The runtime ignores SIGPIPE, which a child would inherit. Signals that make's own parent had ignored (nohup) stay ignored.
            _ = AddSignal(signals, ProcessSignals.BrokenPipe);
            _ = SetSpawnDefaults(attributes, signals);
            _ = SetSpawnFlags(attributes, SetSignalDefaults | SetSignalMaskFlag);
            errno = AddDescriptors(actions, request);
            if (errno == 0)
                errno = Execute(program, request.Arguments, request.Environment, actions, attributes, out pid);
            if (errno == Core.Errno.ExecFormat)
                errno = Execute(CommandLine.DefaultShell, [CommandLine.DefaultShell, program, .. request.Arguments.Skip(1)], request.Environment, actions, attributes, out pid);
            return errno;
        }
        finally
        {
            _ = DestroyActions(actions);
            _ = DestroyAttributes(attributes);
        }
    }

    private static int AddDescriptors(void* actions, SpawnRequest request)
    {
        int errno = 0;
        Redirect(request.StandardInput >= 0 ? request.StandardInput : MakeProcess.Current.StandardInput, 0);
        Redirect(request.StandardOutput, 1);
        Redirect(request.StandardError, 2);
        // A duplicate onto itself is how the C library clears close-on-exec, in the child alone.
        foreach (int descriptor in request.InheritedDescriptors)
            Duplicate(descriptor, descriptor);
        return errno;

        void Redirect(int from, int to)
        {
            if (from >= 0 && from != to)
                Duplicate(from, to);
        }

        void Duplicate(int from, int to)
        {
            if (errno == 0)
                errno = AddDuplicate(actions, from, to);
        }
    }

    private static int Execute(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, void* actions, void* attributes, out int pid)
    {
        using var words = new NativeStrings(arguments);
        using var variables = new NativeStrings(environment);
        int child = -1, errno;
        fixed (byte* path = ByteText.ToZeroTerminated(program))
        {
            do
                errno = Spawn(&child, path, actions, attributes, words.Pointer, variables.Pointer);
            while (errno == Core.Errno.Interrupted);
        }
        pid = errno == 0 ? child : -1;
        return errno;
    }

    private static int OpenBrokenPipe()
    {
        int* ends = stackalloc int[2];
        if (Pipe(ends, CloseOnExec) != 0)
            return -1;
        _ = Close(ends[1]);
        return ends[0];
    }
}
