namespace Oot.Make.Execution;

/// <summary>
/// A make that runs before it is called for, up to the first thing that others could see (<see cref="MakeProcess.BeSeen"/>). There it waits for its call, and goes on if everything that it
/// asked is so still. Nobody can tell such a make from one that began when it was called, except by the time that it took.
/// </summary>
/// <param name="expected">The call that is expected, without what only makes of one build tell one another.</param>
internal sealed class Rehearsal(PlannedMake expected)
{
    private readonly ManualResetEventSlim _isCalled = new();
    private SpawnRequest? _call;

    /// <summary>The call that is expected.</summary>
    public PlannedMake Expected { get; } = expected;

    /// <summary>The call that came.</summary>
    public SpawnRequest Call => _call!;

    /// <summary>Goes over to the call that came; false where something has changed since it was asked. Set by the make itself.</summary>
    public Func<SpawnRequest, bool> Resume { get; set; } = _ => false;

    /// <summary>The make is called for.</summary>
    public void Begin(SpawnRequest call)
    {
        _call = call;
        _isCalled.Set();
    }

    /// <summary>Waits until the make is called for, for ever if it never is.</summary>
    public void AwaitCall() => _isCalled.Wait();
}
