namespace Oot.Make.Execution.Shell;

/// <summary>What a script that changes nothing does.</summary>
/// <param name="Output">On standard output, as byte text.</param>
/// <param name="Error">On standard error; how the two would have been mixed is not known.</param>
/// <param name="Status">Its exit status.</param>
/// <param name="HasAskedDisk">It depends on files, not on its text and environment alone.</param>
internal sealed record PureShellResult(string Output, string Error, int Status, bool HasAskedDisk);
