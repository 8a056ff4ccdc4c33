namespace Oot.Make.Execution;

/// <summary>Where the output of one job goes.</summary>
internal sealed class JobOutput
{
    /// <summary>Whether it is to be held back until the job, or its line, ends.</summary>
    public bool IsHeld { get; set; }

    /// <summary>What is held, from the first word on.</summary>
    public SynchronizedOutput? Held { get; set; }
}
