using System.Runtime.InteropServices;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// The signals that end make. They are only noted here, and every wait of this folder is woken; what a death needs (targets
/// deleted, children waited for) is the updater's to do, and then <see cref="DieBy"/>. Nothing is installed before the first
/// child: until then a signal just kills, as there is nothing to clean up.
/// </summary>
internal static unsafe class ProcessSignals
{
    /// <summary>Numbers of Linux on x86-64 and arm64.</summary>
    public const int Hangup = 1, Interrupt = 2, Quit = 3, BrokenPipe = 13, Terminate = 15, CpuTime = 24, FileSize = 25;

    private const int ChildEnded = 17, SetMask = 2, DefaultHandler = 0, IgnoringHandler = 1;

    private static readonly Lock Gate = new();
    private static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>The fatal signal that arrived and was not taken yet by the make that asks; 0 for none.</summary>
    public static int Pending => MakeProcess.Current.Pending;

    /// <summary>Readable while a signal is pending; −1 before <see cref="Install"/>.</summary>
    internal static int WakeDescriptor => MakeProcess.Current.WakeDescriptor;

    /// <summary>
    /// To be called first thing: a parent's ignored SIGCHLD would lose every child's status, and its blocked signals would
    /// never arrive (GNU make 4.4.1, main.c).
    /// </summary>
    public static void Prepare()
    {
        if (HandlerOf(ChildEnded) == IgnoringHandler)
            _ = SetHandler(ChildEnded, DefaultHandler);
        byte* none = stackalloc byte[128];
        _ = EmptySignals(none);
        _ = SetSignalMask(SetMask, none, null);
    }

    /// <summary>Starts noting fatal signals, except those that the parent had ignored (<c>nohup</c>). Does nothing the second time.</summary>
    public static void Install()
    {
        if (Volatile.Read(ref _installed))
            return;
        lock (Gate)
        {
            if (_installed)
                return;
            MakeProcess.Listen();
            foreach (int signal in (ReadOnlySpan<int>)[Hangup, Interrupt, Quit, Terminate, CpuTime, FileSize])
            {
                if (HandlerOf(signal) != IgnoringHandler)
                    Registrations.Add(PosixSignalRegistration.Create(Framework(signal), context => Note(signal, context)));
            }
            Volatile.Write(ref _installed, true);
        }
    }

    private static bool _installed;

    /// <summary>The pending signal, which is no longer pending after: waits block again, and a second signal is noted anew.</summary>
    public static int Take() => MakeProcess.Current.Take();

    /// <summary>Whether a signal is pending, or arrives within so many milliseconds.</summary>
    internal static bool ComesWithin(int milliseconds)
    {
        PollEntry entry = new() { Descriptor = WakeDescriptor, Events = PollIn };
        return Pending != 0 || (Poll(&entry, 1, milliseconds) > 0 && Pending != 0);
    }

    /// <summary>
    /// Sends on what children do not get by themselves: SIGTERM comes to make alone, while a terminal's signals go to its whole
    /// process group (GNU make 4.4.1, commands.c), in which threads have no share.
    /// </summary>
    /// <returns>False: a program in a thread does not end, and may still write.</returns>
    public static bool Forward(int signal) => ChildWaiter.SignalAll(signal, alsoProcesses: signal == Terminate);

    /// <summary>
    /// Ends the process by the signal itself, so that the parent sees it; by exit status 2 for SIGQUIT, which would leave a
    /// core file. Output must have been written before. A make below another one of this process ends alone.
    /// </summary>
    public static void DieBy(int signal)
    {
        if (MakeProcess.Current is { IsBelow: true } make)
            throw new MakeDiedException(new ChildExit(make.Number, signal == Quit ? 2 : 0, signal == Quit ? 0 : signal, false));
        if (signal == Quit)
            ExitNow(2);
        byte* none = stackalloc byte[128];
        _ = EmptySignals(none);
        _ = SetHandler(signal, DefaultHandler);
        _ = SetSignalMask(SetMask, none, null);
        _ = Raise(signal);
        ExitNow(128 + signal);
    }

    private static void Note(int signal, PosixSignalContext context)
    {
        context.Cancel = true;
        MakeProcess.NoteForAll(signal);
    }

    private static PosixSignal Framework(int signal) => signal switch
    {
        Hangup => PosixSignal.SIGHUP,
        Interrupt => PosixSignal.SIGINT,
        Quit => PosixSignal.SIGQUIT,
        Terminate => PosixSignal.SIGTERM,
        _ => (PosixSignal)signal,
    };

    /// <summary>The first word of <c>struct sigaction</c>, which is the handler on x86-64 and arm64.</summary>
    private static nint HandlerOf(int signal)
    {
        nint* action = stackalloc nint[32];
        return SignalAction(signal, null, action) == 0 ? action[0] : DefaultHandler;
    }
}
