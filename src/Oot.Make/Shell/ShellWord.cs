using System.Buffers;

namespace Oot.Make.Shell;

/// <summary>A word of a script, quotes taken apart.</summary>
internal sealed class ShellWord
{
    private static readonly SearchValues<char> PatternCharacters = SearchValues.Create("*?[");

    /// <summary>A word of several stretches.</summary>
    public ShellWord(IReadOnlyList<ShellWordPart> parts)
    {
        Parts = parts;
        foreach (ShellWordPart part in parts)
            HasExpansion |= part.Expansion is not null;
        if (!HasExpansion)
            Text = parts.Count == 1 ? parts[0].Text : string.Concat(parts.Select(part => part.Text));
        if (parts is [{ IsQuoted: false, Expansion: null }])
            Plain = parts[0].Text;
    }

    /// <summary>The stretches in order; at least one.</summary>
    public IReadOnlyList<ShellWordPart> Parts { get; }

    /// <summary>What the word is, when that is known without running anything: it has no expansion. Null otherwise.</summary>
    public string? Text { get; }

    /// <summary>The word, when no part of it is quoted: only such a one can be a reserved word. Null otherwise.</summary>
    public string? Plain { get; }

    /// <summary>Whether an expansion is in it.</summary>
    public bool HasExpansion { get; }

    /// <summary>Whether unquoted text of it could be a file name pattern. A <c>[</c> that nothing closes is none.</summary>
    public bool MayBePattern()
    {
        bool opened = false;
        foreach (ShellWordPart part in Parts)
        {
            if (part.IsQuoted || part.Expansion is not null)
                continue;
            if (!opened && part.Text.AsSpan().IndexOfAny(PatternCharacters) < 0)
                continue;
            foreach (char c in part.Text)
            {
                if (c is '*' or '?' || (c == ']' && opened))
                    return true;
                opened |= c == '[';
            }
        }
        return false;
    }

    /// <summary>Whether it begins with an unquoted tilde, or in an assignment has one behind a colon.</summary>
    public bool HasTilde(bool isAssignment)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            if (Parts[i] is not { IsQuoted: false, Expansion: null })
                continue;
            string text = Parts[i].Text;
            if ((i == 0 && text.StartsWith('~')) || (isAssignment && text.Contains('~')))
                return true;
        }
        return false;
    }
}
