namespace Oot.Kernel.Booting;

/// <summary>How a guest came to its end.</summary>
public enum GuestOutcome
{
    /// <summary>It did everything and switched itself off.</summary>
    Finished,

    /// <summary>It ended before: a panic or an oops, which this guest makes a panic.</summary>
    Stopped,

    /// <summary>It was ended when the time was up.</summary>
    OutOfTime,

    /// <summary>It never began to load: the kernel did not get that far.</summary>
    NotStarted,
}
