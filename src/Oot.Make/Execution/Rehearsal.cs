using Oot.Make.Caching.Runs;

namespace Oot.Make.Execution;

/// <summary>
/// A make that runs before it is called for, up to the first thing that others could see (<see cref="MakeProcess.BeSeen"/>). There it waits for its call, and goes on if everything that it
/// asked is so still. Nobody can tell such a make from one that began when it was called, except by the time that it took.
/// </summary>
/// <param name="expected">The call that is expected, without what only makes of one build tell one another.</param>
internal sealed class Rehearsal(PlannedMake expected)
{
    private readonly ManualResetEventSlim _isCalled = new();
    private RunRecorder? _noted;
    private RunRecheck? _recheck;
    private SpawnRequest? _call;
    private Func<SpawnRequest, RunRecheck?, bool> _resume = (_, _) => false;

    /// <summary>The call that is expected.</summary>
    public PlannedMake Expected { get; } = expected;

    /// <summary>The call that came.</summary>
    public SpawnRequest Call => _call!;

    /// <summary>The next one like it may also look which of its targets are up to date before it is called for: none of the files that this took changed after it could have begun.</summary>
    public bool CouldUpdate { get; set; } = expected.Updates;

    /// <summary>What the make does when it is called for.</summary>
    /// <param name="noted">What it has asked.</param>
    /// <param name="resume">Goes over to the call that came; false where something has changed since it was asked.</param>
    public void WhenCalled(RunRecorder noted, Func<SpawnRequest, RunRecheck?, bool> resume)
    {
        _resume = resume;
        Volatile.Write(ref _noted, noted);
    }

    /// <summary>The make is called for.</summary>
    public void Begin(SpawnRequest call)
    {
        _call = call;
        _recheck = Volatile.Read(ref _noted) is { } noted ? new RunRecheck(noted) : null;
        _isCalled.Set();
    }

    /// <summary>For who has called: asks again, beside the make itself, what that one has asked.</summary>
    public void Help() => _recheck?.Help();

    /// <summary>Waits until the make is called for, for ever if it never is.</summary>
    public void AwaitCall() => _isCalled.Wait();

    /// <summary>Goes over to the call that came; false where something has changed since it was asked.</summary>
    public bool Resume() => _resume(Call, _recheck);
}
