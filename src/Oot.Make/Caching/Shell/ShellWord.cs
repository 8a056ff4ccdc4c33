namespace Oot.Make.Caching.Shell;

/// <summary>A word before expansion.</summary>
internal sealed record ShellWord(List<ShellWordPart> Parts)
{
    /// <summary>The text when the word is one unquoted literal: what can be a keyword; else null.</summary>
    public string? Keyword => Parts.Count == 1 && Parts[0] is { Kind: ShellWordPartKind.Literal, IsQuoted: false } part ? part.Text : null;
}

/// <summary><c>NAME=VALUE</c>.</summary>
internal sealed record ShellAssignment(string Name, ShellWord Value);

/// <summary>What a descriptor is changed to. <paramref name="Descriptor"/> is −1 where the operator's own is meant.</summary>
internal sealed record ShellRedirection(int Descriptor, string Operator, ShellWord Target);

/// <summary>A part of a word. <paramref name="Text"/>: a literal's characters, a parameter's name.</summary>
/// <param name="Operator">Of a parameter: <c>""</c>, or <c>:-</c>, <c>%</c>, <c>#</c> … as written.</param>
/// <param name="Argument">Of a parameter with an operator: what follows it.</param>
/// <param name="Command">Of a command substitution: what is run.</param>
internal sealed record ShellWordPart(ShellWordPartKind Kind, string Text, bool IsQuoted, string Operator = "", ShellWord? Argument = null, ShellNode? Command = null);
