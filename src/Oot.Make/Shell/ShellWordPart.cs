namespace Oot.Make.Shell;

/// <summary>A stretch of a word: text, or an expansion.</summary>
/// <param name="Text">The text without its quotes; empty for an expansion.</param>
/// <param name="IsQuoted">No splitting, no pattern characters.</param>
/// <param name="Expansion">The expansion, or null for text.</param>
internal readonly record struct ShellWordPart(string Text, bool IsQuoted, ShellExpansion? Expansion = null)
{
    /// <summary>The expansion when it is a parameter; else null.</summary>
    public ShellParameter? Parameter => Expansion as ShellParameter;
}
