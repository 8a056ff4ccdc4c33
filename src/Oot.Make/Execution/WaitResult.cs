namespace Oot.Make.Execution;

/// <summary>What ended a wait.</summary>
internal enum WaitResult
{
    /// <summary>There was nothing to wait for.</summary>
    Nothing,

    /// <summary>A child ended.</summary>
    Child,

    /// <summary>The descriptor can be read.</summary>
    Descriptor,

    /// <summary>A fatal signal arrived and has not been taken.</summary>
    Signal,

    /// <summary>The time is up.</summary>
    TimedOut,
}
