namespace Oot.Make.Evaluation;

/// <summary>Ends the run: the message has been printed, what remains is to clean up and exit with <paramref name="exitCode"/>.</summary>
internal sealed class MakeStopException(int exitCode) : Exception
{
    /// <summary>make's exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
