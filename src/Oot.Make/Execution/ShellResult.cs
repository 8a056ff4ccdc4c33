namespace Oot.Make.Execution;

/// <summary>What a captured command wrote and how it ended.</summary>
/// <param name="Output">Its standard output as byte text, nothing folded.</param>
/// <param name="ExitCode">0 to 255; 127 when it did not start.</param>
/// <param name="Signal">The signal that ended it, 0 for none.</param>
/// <param name="SpawnErrno">Why it did not start, 0 when it did.</param>
internal readonly record struct ShellResult(string Output, int ExitCode, int Signal, int SpawnErrno);
