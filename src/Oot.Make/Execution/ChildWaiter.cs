using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// Waits for the children that <see cref="Spawner.Start"/> and its like started, and for nothing that others started in this process. Each has a
/// pidfd, or an eventfd where it is a thread, so one poll waits for any of them, for a jobserver's token and for a signal, without a handler of SIGCHLD and without
/// a moment in which an end could be missed (docs/design/execution.md).
/// </summary>
internal static unsafe class ChildWaiter
{
    /// <summary>How often children without a pidfd (old kernel, few descriptors left) are asked.</summary>
    private const int AskAgainMilliseconds = 5;

    private static List<Child> Children => MakeProcess.Current.Children;

    /// <summary>How many children run or wait to be told of.</summary>
    public static int Count
    {
        get
        {
            List<Child> children = Children;
            lock (children)
                return children.Count;
        }
    }

    /// <summary>
    /// Tells of one child that ended, the longest-running first. False: none has (not blocking), there is none, or a fatal signal
    /// arrived (<see cref="ProcessSignals.Pending"/> says which; take it, and waiting blocks again).
    /// </summary>
    public static bool Wait(bool block, out ChildExit exit)
    {
        while (true)
        {
            WaitResult result = WaitAny(-1, block ? -1 : 0, out exit);
            if (result == WaitResult.Child)
                return true;
            if (!block || result != WaitResult.TimedOut)
                return false;
        }
    }

    /// <summary>
    /// Waits for a child, for <paramref name="descriptor"/> to be readable (−1: none) or for a signal, at most so many milliseconds (−1: ever).
    /// A child that ended comes first and is only looked at, not reaped, when a descriptor is given.
    /// </summary>
    internal static WaitResult WaitAny(int descriptor, int milliseconds, out ChildExit exit)
    {
        exit = default;
        Child[] children;
        List<Child> all = Children;
        lock (all)
            children = [.. all];
        if (children.Length == 0 && descriptor < 0)
            return WaitResult.Nothing;

        // poll(2) takes no more entries than the process may have descriptors, whether they are one or not.
        int asked = children.Count(child => child.Descriptor < 0);
        var entries = new PollEntry[children.Length - asked + 2];
        entries[0] = new PollEntry { Descriptor = ProcessSignals.WakeDescriptor, Events = PollIn };
        entries[1] = new PollEntry { Descriptor = descriptor, Events = PollIn };
        int last = 1;
        foreach (Child child in children)
            if (child.Descriptor >= 0)
                entries[++last] = new PollEntry { Descriptor = child.Descriptor, Events = PollIn };

        long deadline = milliseconds < 0 ? long.MaxValue : Environment.TickCount64 + milliseconds;
        while (true)
        {
            int left = milliseconds < 0 ? -1 : (int)Math.Max(0, deadline - Environment.TickCount64);
            int ready;
            fixed (PollEntry* p = entries)
                ready = Poll(p, (nuint)entries.Length, asked > 0 && (left < 0 || left > AskAgainMilliseconds) ? AskAgainMilliseconds : left);
            if (ready < 0 && Errno != Core.Errno.Interrupted)
                return WaitResult.Nothing;
            int at = 1;
            for (int i = 0; i < children.Length && (ready > 0 || asked > 0); i++)
            {
                if (children[i].Descriptor >= 0 && entries[++at].Returned == 0)
                    continue;
                if (descriptor >= 0 ? HasEnded(children[i]) : Reap(children[i], out exit))
                    return WaitResult.Child;
            }
            if (ready > 0 && entries[0].Returned != 0)
                return WaitResult.Signal;
            if (ready > 0 && entries[1].Returned != 0)
                return WaitResult.Descriptor;
            if (ready >= 0 && milliseconds >= 0 && Environment.TickCount64 >= deadline)
                return WaitResult.TimedOut;
        }
    }

    /// <summary>Sends a signal to every child that has not been told of, to processes where that is said; false if a program in a thread goes on all the same.</summary>
    internal static bool SignalAll(int signal, bool alsoProcesses)
    {
        List<Child> all = Children;
        Child[] children;
        lock (all)
            children = [.. all];
        foreach (Child child in children)
        {
            if (child.Here is { } here)
                here.Signal(signal);
            else if (alsoProcesses)
                _ = Kill(child.Pid, signal);
        }
        long deadline = Environment.TickCount64 + ProgramThread.Grace;
        bool haveEnded = true;
        foreach (Child child in children)
            haveEnded &= child.Here is not ProgramThread program || program.EndsBefore(deadline);
        return haveEnded;
    }

    internal static void Watch(int pid) => Watch(new Child(pid, Core.ProcessContext.KeepIfSpare(OpenProcess(pid)), null));

    internal static void Watch(IChildHere child) => Watch(new Child(child.Number, child.EndDescriptor, child));

    private static void Watch(Child child)
    {
        List<Child> children = Children;
        lock (children)
            children.Add(child);
    }

    /// <summary>Whether the child has ended, its status left for <see cref="Wait"/>.</summary>
    private static bool HasEnded(Child child)
    {
        if (child.Here is { } here)
            return here.Exit is not null;
        // si_pid is the fifth int of siginfo_t on 64-bit machines; it stays 0 while the process runs.
        const int ById = 1, Ended = 4, LeaveStatus = 0x01000000, PidOffset = 4;
        int* information = stackalloc int[32];
        information[PidOffset] = 0;
        return WaitId(ById, child.Pid, information, Ended | NoHang | LeaveStatus) != 0 || information[PidOffset] != 0;
    }

    private static bool Reap(Child child, out ChildExit exit)
    {
        exit = default;
        List<Child> children = Children;
        lock (children)
        {
            int at = children.IndexOf(child);
            if (at < 0 || !TryReap(child, out exit))
                return false;
            children.RemoveAt(at);
            if (child.Descriptor >= 0)
                _ = Close(child.Descriptor);
            return true;
        }
    }

    private static bool TryReap(Child child, out ChildExit exit)
    {
        exit = child.Here?.Exit ?? default;
        return child.Here is { } here ? here.Exit is not null : TryReap(child.Pid, NoHang, out exit);
    }

    /// <summary>Whether that process has ended; a status that someone else took counts as success, there being none to tell.</summary>
    internal static bool TryReap(int pid, int options, out ChildExit exit)
    {
        int status = 0, result;
        do
            result = WaitPid(pid, &status, options);
        while (result < 0 && Errno == Core.Errno.Interrupted);
        exit = ChildExit.FromStatus(pid, status);
        return result != 0;
    }
}
