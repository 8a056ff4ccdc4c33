namespace Oot.Core;

/// <summary>
/// How a program ended and what it wrote, as byte text. <paramref name="ExitCode"/> is 128 + n after signal n and 127 when the program
/// could not be started.
/// </summary>
public readonly record struct ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>The status of a program that is not there.</summary>
    public const int NotStarted = 127;

    /// <summary>Exit status 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The result itself; throws <see cref="OperationCanceledException"/> when the program was ended as a user ends things (SIGINT, SIGTERM), so that this one ends too.</summary>
    public ProgramResult UnlessInterrupted() => ExitCode is 128 + 2 or 128 + 15 ? throw new OperationCanceledException() : this;
}
