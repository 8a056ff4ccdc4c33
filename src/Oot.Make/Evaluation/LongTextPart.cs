using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>What stands at a dollar sign of a long text, of which dependency files have thousands and a few hundred different ones.</summary>
internal sealed class LongTextPart(List<ExpressionPart> parts)
{
    private string? _value;
    private int _version;

    /// <summary>It, parsed.</summary>
    public List<ExpressionPart> Parts { get; } = parts;

    /// <summary>It asks for files of a fixed name or pattern, and for nothing else.</summary>
    public bool IsWildcard { get; } = parts is [ExpressionPart.Call { Name: "wildcard", Arguments: [{ } pattern] }] && !pattern.Text.Contains('$');

    /// <summary>What a wildcard was expanded to; null when that does not count any more.</summary>
    /// <param name="version">The version of the answers (<see cref="Rules.Wildcard.Version"/>).</param>
    public string? ValueAt(int version) => _version == version ? _value : null;

    /// <summary>Keeps what a wildcard was expanded to.</summary>
    public void Keep(string value, int version) => (_value, _version) = (value, version);
}
