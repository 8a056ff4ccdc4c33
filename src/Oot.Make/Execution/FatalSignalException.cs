namespace Oot.Make.Execution;

/// <summary>A signal that ends make arrived while it waited.</summary>
internal sealed class FatalSignalException(int signal) : Exception
{
    /// <summary>The signal's number.</summary>
    public int Signal { get; } = signal;
}
