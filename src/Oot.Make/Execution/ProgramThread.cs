using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// A program that runs in a thread in the place of a process (<see cref="ICommandSubstitution.Here"/>): with descriptors of its own, and for its make a child like any other. Directory and umask are the
/// make's, which change neither while anything runs.
/// </summary>
internal sealed class ProgramThread : IChildHere
{
    /// <summary>What a process has by default.</summary>
    private const int StackBytes = 8 << 20;

    /// <summary>How long make waits for one that should end by a signal, in milliseconds.</summary>
    public const int Grace = 1000;

    private readonly ProgramHere _run;
    private readonly SpawnRequest _request;
    private readonly int[] _descriptors;
    private readonly Thread _thread;
    private volatile int _signal;
    private bool _hasEnded;

    private ProgramThread(ProgramHere run, SpawnRequest request)
    {
        _run = run;
        _request = request;
        _thread = new Thread(Run, StackBytes) { IsBackground = true };
        Number = MakeProcess.NextNumber();
        EndDescriptor = NewEvent();
        _descriptors = [Own(request.StandardInput, MakeProcess.Current.StandardInput), Own(request.StandardOutput, 1), Own(request.StandardError, 2)];
    }

    public int Number { get; }

    public int EndDescriptor { get; }

    public ChildExit? Exit { get; private set; }

    /// <summary>Starts one whose end <see cref="ChildWaiter"/> will tell; false, and nothing done, when there is no thread or descriptor left for it.</summary>
    public static bool TryStart(ProgramHere run, SpawnRequest request, out int number)
    {
        MakeProcess.Current.BeSeen();
        ProcessSignals.Install();
        _ = Caching.NativeFiles.CreationMask;
        var program = new ProgramThread(run, request);
        number = program.Number;
        try
        {
            if (program.EndDescriptor >= 0 && Array.TrueForAll(program._descriptors, static descriptor => descriptor >= 0))
            {
                program._thread.Start();
                ChildWaiter.Watch(program);
                return true;
            }
        }
        catch (OutOfMemoryException)
        {
            // No thread is to be had.
        }
        program.CloseOwn();
        if (program.EndDescriptor >= 0)
            _ = Close(program.EndDescriptor);
        return false;
    }

    /// <summary>
    /// What it was started for ends as if it had been killed. That it cannot be, and make deletes its target next: so it may finish first (<see cref="EndsBefore"/>), but not keep make waiting if it
    /// hangs itself, as one does that reads what never comes.
    /// </summary>
    public void Signal(int signal) => _signal = signal;

    /// <summary>Waits for its end, and does not wait any more when it is late: true if it has ended.</summary>
    /// <param name="deadline">By <see cref="Environment.TickCount64"/>.</param>
    public bool EndsBefore(long deadline)
    {
        bool hasEnded = _thread.Join((int)Math.Max(0, deadline - Environment.TickCount64));
        End(0);
        return hasEnded;
    }

    private void Run()
    {
        int code = 0;
        try
        {
            code = _run(_request.Arguments, _request.Environment, _descriptors[0], _descriptors[1], _descriptors[2]);
        }
        catch (Exception unexpected)
        {
            _signal = MakeProcess.Abandon(unexpected, _descriptors[2]);
        }
        CloseOwn();
        End(code);
    }

    private void End(int code)
    {
        if (Interlocked.Exchange(ref _hasEnded, true))
            return;
        Exit = new ChildExit(Number, _signal == 0 ? code : 0, _signal, false);
        SetEvent(EndDescriptor);
    }

    /// <summary>Whoever started it may close the descriptor before it has ended, as one closes what a process has inherited.</summary>
    private static int Own(int descriptor, int inherited) => ProcessContext.KeepIfSpare(Shell.FileCalls.Duplicate(descriptor < 0 ? inherited : descriptor));

    private void CloseOwn()
    {
        foreach (int descriptor in _descriptors)
            if (descriptor >= 0)
                _ = Close(descriptor);
    }
}
