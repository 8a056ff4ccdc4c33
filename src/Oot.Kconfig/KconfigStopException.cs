namespace Oot.Kconfig;

/// <summary>Ends a run as conf's own <c>exit</c> does, after what it says was said.</summary>
internal sealed class KconfigStopException(int exitCode) : Exception
{
    internal int ExitCode { get; } = exitCode;
}
