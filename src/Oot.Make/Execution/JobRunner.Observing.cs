using Oot.Make.Observing;

namespace Oot.Make.Execution;

/// <summary>What those are told who watch: an observer of updates, and the trace.</summary>
internal sealed partial class JobRunner
{
    /// <summary>Milliseconds: how long the output of a command that is noted is held, and how often it is looked at from then on.</summary>
    private const int LongestHeld = 300, HeldPause = 100;

    /// <summary>A command is about to be shown and run.</summary>
    private void TellOfUpdate(Job job)
    {
        if (state.Observer is not { } observer || job.IsToldOf)
            return;
        job.IsToldOf = true;
        observer.Updating(new TargetUpdate(state, job.File));
    }

    private void TraceStart(Job job, string text)
    {
        if (state.Trace is not { } trace)
            return;
        if (job.Lane == RunTrace.Own)
        {
            job.Lane = trace.TakeLane();
            trace.Begin(job.Lane, job.File.Name, "recipe");
        }
        job.IsTraced = true;
        trace.Begin(job.Lane, text, "command", new TraceArgument("target", job.File.Name), new TraceArgument("command", text));
    }

    private void TraceEnd(Job job, ChildExit exit)
    {
        if (state.Trace is not { } trace || !job.IsTraced)
            return;
        job.IsTraced = false;
        TraceArgument outcome = exit.Signal != 0 ? new TraceArgument("signal", exit.Signal) : new TraceArgument("exit", exit.ExitCode);
        // Without a process its number is make's; what a script has started has been told of.
        if (job.Exit is null && job.Pid > 0)
            trace.End(job.Lane, new TraceArgument("pid", job.Pid), outcome);
        else
            trace.End(job.Lane, outcome);
    }

    private void TraceRelease(Job job)
    {
        if (state.Trace is { } trace && job.Lane != RunTrace.Own)
            trace.FreeLane(job.Lane);
    }

    private bool WaitForToken(Jobserver jobserver, int milliseconds)
    {
        state.Trace?.Begin(RunTrace.Own, "wait for a job token", "wait");
        bool acquired = jobserver.TryAcquire(block: true, milliseconds);
        state.Trace?.End(RunTrace.Own);
        return acquired;
    }

    private bool WaitForEnd(bool block, out ChildExit exit)
    {
        if (block)
        {
            RehearsalPlan.Current?.Waits(MakeProcess.Current);
            state.Trace?.Begin(RunTrace.Own, "wait for a command", "wait");
        }
        WaitResult result = ChildWaiter.WaitAny(-1, !block ? 0 : HoldsOutput ? HeldPause : -1, out exit);
        while (block && result == WaitResult.TimedOut && GoOnBeside())
            result = ChildWaiter.WaitAny(-1, HoldsOutput ? HeldPause : -1, out exit);
        if (block)
            state.Trace?.End(RunTrace.Own);
        return result == WaitResult.Child;
    }

    private bool HoldsOutput => _running.Exists(job => job.Recorded is { Output: >= 0 });

    /// <summary>While commands run whose output is held, or that others wait for: prints what they have said, and starts what has waited long enough. False if one is over already.</summary>
    private bool GoOnBeside()
    {
        foreach (Job job in _running)
            if (job.Recorded is { Output: >= 0 } recorded && Environment.TickCount64 - recorded.Since >= LongestHeld)
                state.Commands!.PassOn(recorded);
        if (_waiting.Count > 0 && !_saidWaiting && !IsDying)
            StartWaiting();
        return !_running.Exists(job => job.Exit is not null || job.Pid < 0);
    }

    /// <summary>What starts the programs of a job's script.</summary>
    private Shell.ShellStarter StarterFor(Job job)
    {
        if (state.Trace is null && state.ForMakesBelow.Count == 0)
            return StartProgram;
        return (SpawnRequest request, out int pid) =>
        {
            int errno = StartProgram(request with { Environment = state.EnvironmentFor(request.Arguments, request.Environment) }, out pid);
            if (errno == 0)
                state.Trace?.Mark(job.Lane, request.Arguments[0], "program", new TraceArgument("pid", pid), new TraceArgument("words", string.Join(' ', request.Arguments)));
            return errno;
        };
    }
}
