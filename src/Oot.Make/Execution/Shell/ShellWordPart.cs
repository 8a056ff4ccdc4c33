namespace Oot.Make.Execution.Shell;

/// <summary>A stretch of a word: text, or a parameter.</summary>
/// <param name="Text">The text without its quotes; empty for a parameter.</param>
/// <param name="IsQuoted">No splitting, no pattern characters.</param>
/// <param name="Parameter">The parameter, or null for text.</param>
internal readonly record struct ShellWordPart(string Text, bool IsQuoted, ShellParameter? Parameter = null);
