namespace Oot.Make.Execution;

/// <summary>A make that runs below another one of its process has ended where a process would have died.</summary>
internal sealed class MakeDiedException(ChildExit exit) : Exception
{
    /// <summary>How.</summary>
    public ChildExit Exit { get; } = exit;
}
