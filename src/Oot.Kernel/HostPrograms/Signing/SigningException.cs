namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>Why nothing can be signed; the message is for people, without a newline.</summary>
internal sealed class SigningException(string message, int exitCode = 1) : Exception(message)
{
    /// <summary>What sign-file ends with: 1, or 2 for wrong usage.</summary>
    internal int ExitCode { get; } = exitCode;
}
