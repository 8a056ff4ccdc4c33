using System.Globalization;
using Oot.Core;
using Oot.Make.Caching.Runs;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// What a process has for itself, had each make one: its children, the signals that it has not taken yet, its standard input, its end. The first make of a process and each that
/// runs below it in the same process (<see cref="SubMakes"/>) has one of these, and a thread.
/// </summary>
internal sealed unsafe class MakeProcess : IChildHere
{
    /// <summary>Deep recursion of makefiles is limited by this alone; only what is used is ever taken.</summary>
    public const int StackBytes = 1 << 29;

    // Above every process's number (PID_MAX_LIMIT is 2^22).
    private const int FirstNumber = 1 << 30, MostProcesses = 1 << 22;
    private const int Abort = 6;

    // Each make in a process of its own would have had as many as all of them have together.
    private const int DescriptorsOfMake = 24;

    private static readonly Lock Gate = new();
    private static readonly MakeProcess First = new(0);
    private static readonly List<MakeProcess> Makes = [First];
    private static readonly Lazy<int> Most = new(() => ProcessContext.MostDescriptors() / DescriptorsOfMake);
    private static readonly Lazy<bool> OwnDirectories = new(TryOwnDirectory);
    private static int _count;

    [ThreadStatic]
    private static MakeProcess? _below;

    private readonly int _index;
    private Rehearsal? _rehearsal;
    private int _pending;
    private bool _hasHeard, _asks;

    private MakeProcess(int index) => _index = index;

    /// <summary>The one of the make that asks.</summary>
    public static MakeProcess Current => _below ?? First;

    /// <summary>Whether a make in a thread can change its working directory without the others; some sandboxes forbid it.</summary>
    public static bool CanHaveOwnDirectory => OwnDirectories.Value;

    /// <summary>It runs below another make of this process.</summary>
    public bool IsBelow => _index > 0;

    public int Number => IsBelow ? FirstNumber + _index : Environment.ProcessId;

    /// <summary>Its number among all makes of the machine.</summary>
    public long UniqueNumber => Environment.ProcessId + ((long)_index * MostProcesses);

    /// <summary>Names it among all makes of the machine.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}{(IsBelow ? $"-{_index}" : "")}");

    /// <summary>What is its standard input: 0, or what is always at its end.</summary>
    public int StandardInput { get; private init; }

    /// <summary>Its children that have not been told of.</summary>
    public List<Child> Children { get; } = [];

    /// <summary>Readable while a signal is pending; −1 as long as signals are not noted.</summary>
    public int WakeDescriptor { get; private set; } = -1;

    /// <summary>Readable once it has ended; −1 for the first.</summary>
    public int EndDescriptor { get; private init; } = -1;

    public ChildExit? Exit { get; private set; }

    /// <summary>The fatal signal that arrived and was not taken yet; 0 for none.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Starts a make in this process. Null when there is no thread or descriptor left for it.</summary>
    /// <param name="run">Runs it; gives its exit code.</param>
    /// <param name="standardInput">Its <see cref="StandardInput"/>.</param>
    public static MakeProcess? Start(Func<int> run, int standardInput) =>
        new MakeProcess(Interlocked.Increment(ref _count)) { StandardInput = standardInput, EndDescriptor = NewEvent(), WakeDescriptor = NewEvent() }.Start(run);

    /// <summary>Starts a make that is not called for yet; null as for <see cref="Start(Func{int}, int)"/>.</summary>
    /// <param name="rehearsal">What it waits for.</param>
    /// <param name="run">Runs it for a call, the expected one or that which came; gives its exit code.</param>
    /// <param name="forMakesBelow">What makes of this build tell one another.</param>
    public static MakeProcess? Rehearse(Rehearsal rehearsal, Func<SpawnRequest, int> run, IReadOnlyList<string> forMakesBelow)
    {
        var make = new MakeProcess(Interlocked.Increment(ref _count)) { EndDescriptor = NewEvent(), WakeDescriptor = NewEvent(), _rehearsal = rehearsal };
        return make.Start(() =>
        {
            PlannedMake expected = rehearsal.Expected;
            try
            {
                int code = ProcessContext.Enter(expected.Directory) == 0
                    ? run(new SpawnRequest(expected.Words, [.. expected.Environment, .. forMakesBelow], null, -1, -1, -1, []))
                    : throw new RehearsalFailedException();
                make.BeSeen();
                return code;
            }
            catch (Exception failure) when (failure is RehearsalFailedException || make.IsRehearsed)
            {
                rehearsal.AwaitCall();
                rehearsal.CouldUpdate = false;
                make._rehearsal = null;
                return ProcessContext.Enter(expected.Directory) == 0 ? run(rehearsal.Call) : throw new InvalidOperationException(expected.Directory);
            }
        });
    }

    /// <summary>Starts the scout of a make; null as for <see cref="Start(Func{int}, int)"/>.</summary>
    public static MakeProcess? Send(Scouting scouting, Func<int> run) =>
        CanHaveOwnDirectory ? new MakeProcess(Interlocked.Increment(ref _count)) { EndDescriptor = NewEvent(), WakeDescriptor = NewEvent(), Scouting = scouting }.Start(run) : null;

    /// <summary>A make has not been called for yet, or never will be: nothing of what it does may be seen.</summary>
    public bool IsRehearsed => _rehearsal is not null || Scouting is not null;

    /// <summary>What it is a scout for; null: it is none.</summary>
    public Scouting? Scouting { get; private init; }

    /// <summary>Runs something that asks and leaves nothing behind: a scout may do that.</summary>
    public T Ask<T>(Func<T> question)
    {
        _asks = true;
        try
        {
            return question();
        }
        finally
        {
            _asks = false;
        }
    }

    /// <summary>Waits for the end of a scout, so many milliseconds at most.</summary>
    public void AwaitEnd(int milliseconds)
    {
        var entry = new PollEntry { Descriptor = EndDescriptor, Events = PollIn };
        if (Poll(&entry, 1, milliseconds) > 0)
            _ = Close(EndDescriptor);
    }

    /// <summary>Before a make looks which targets are up to date: gives what it may teach the next one like it (<see cref="Rehearsal.CouldUpdate"/>), or null.</summary>
    public Rehearsal? BeginUpdate()
    {
        Rehearsal? rehearsal = _rehearsal;
        if (rehearsal is not { Expected.Updates: true })
            BeSeen();
        return rehearsal;
    }

    /// <summary>As <see cref="Rehearsal.WhenCalled"/>, if this is one.</summary>
    public void WhenCalled(RunRecorder noted, Func<SpawnRequest, RunRecheck?, bool> resume) => _rehearsal?.WhenCalled(noted, resume);

    /// <summary>To be called before anything that others could see: a rehearsed make waits here until it is called for, a scout ends.</summary>
    public void BeSeen()
    {
        if (Scouting is not null && !_asks)
            throw new RehearsalFailedException();
        if (_rehearsal is not { } rehearsal)
            return;
        rehearsal.AwaitCall();
        _rehearsal = null;
        if (!rehearsal.Resume())
            throw new RehearsalFailedException();
    }

    private MakeProcess? Start(Func<int> run)
    {
        MakeProcess make = this;
        try
        {
            if (make.EndDescriptor >= 0 && make.WakeDescriptor >= 0 && TryJoin(make))
            {
                new Thread(() => make.Run(run), StackBytes) { IsBackground = true }.Start();
                return make;
            }
        }
        catch (OutOfMemoryException)
        {
            // No thread is to be had.
        }
        make.Forget();
        if (make.EndDescriptor >= 0)
            _ = Close(make.EndDescriptor);
        return null;
    }

    private static bool TryJoin(MakeProcess make)
    {
        lock (Gate)
        {
            if (Makes.Count >= Most.Value)
                return false;
            Makes.Add(make);
            return true;
        }
    }

    private void Run(Func<int> run)
    {
        _below = this;
        // Also for a make that stays where it is: a later -C above must not move it.
        _ = Unshare(OwnFileSystem);
        ChildExit exit;
        try
        {
            exit = new ChildExit(Number, run(), 0, false);
        }
        catch (MakeDiedException died)
        {
            exit = died.Exit;
        }
        catch (Exception unexpected)
        {
            exit = new ChildExit(Number, 0, Abandon(unexpected, 2), false);
        }
        End(exit);
    }

    private void End(ChildExit exit)
    {
        Forget();
        Exit = exit;
        SetEvent(EndDescriptor);
    }

    /// <summary>Tells what a process that dies of an exception would have told; gives the signal that would have ended it.</summary>
    public static int Abandon(Exception unexpected, int descriptor)
    {
        Messages.WriteRaw(descriptor, ByteText.FromUnicode($"oot: {unexpected}\n"));
        return Abort;
    }

    /// <summary>A number for a child that is no process.</summary>
    public static int NextNumber() => FirstNumber + Interlocked.Increment(ref _count);

    private void Forget()
    {
        lock (Gate)
        {
            Makes.Remove(this);
            if (WakeDescriptor >= 0)
                _ = Close(WakeDescriptor);
            WakeDescriptor = -1;
        }
    }

    /// <summary>Ends this make from where it is; nothing above on its stack is run any more.</summary>
    public void Leave(int code)
    {
        if (!IsBelow)
            ExitNow(code);
        End(new ChildExit(Number, code, 0, false));
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>From here on signals that would end the process are for its makes to hear.</summary>
    public static void Listen() => First.WakeDescriptor = NewEvent();

    /// <summary>A signal that ends all makes of this process has arrived.</summary>
    public static void NoteForAll(int signal)
    {
        lock (Gate)
        {
            foreach (MakeProcess make in Makes)
                make.Note(signal);
        }
    }

    /// <summary>The make above is about to die by a signal, which this one may have missed.</summary>
    public void Signal(int signal)
    {
        lock (Gate)
        {
            if (!_hasHeard)
                Note(signal);
        }
    }

    private void Note(int signal)
    {
        _hasHeard = true;
        Volatile.Write(ref _pending, signal);
        if (WakeDescriptor >= 0)
            SetEvent(WakeDescriptor);
    }

    /// <summary>The pending signal, which is no longer pending after.</summary>
    public int Take()
    {
        int signal = Interlocked.Exchange(ref _pending, 0);
        ulong count;
        if (WakeDescriptor >= 0)
            _ = Read(WakeDescriptor, (byte*)&count, sizeof(ulong));
        return signal;
    }

    private static bool TryOwnDirectory()
    {
        bool can = false;
        var thread = new Thread(() => can = Unshare(OwnFileSystem) == 0, 1 << 16);
        thread.Start();
        thread.Join();
        return can;
    }
}
