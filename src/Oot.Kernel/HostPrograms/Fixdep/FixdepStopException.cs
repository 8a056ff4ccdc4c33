namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>The run ends here, with what has been written so far.</summary>
/// <param name="message">What to say.</param>
/// <param name="exitCode">The exit code.</param>
internal sealed class FixdepStopException(string message, int exitCode) : Exception(message)
{
    /// <summary>The exit code.</summary>
    internal int ExitCode { get; } = exitCode;
}
