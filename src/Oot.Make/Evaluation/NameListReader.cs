using Oot.Make.Rules;

namespace Oot.Make.Evaluation;

/// <summary>Expands a dependency file's long list straight to its names. Thousands of mentions are of a few hundred headers, each of which has one text.</summary>
internal sealed class NameListReader(Expander expander)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<byte> _blanks = [];

    /// <summary>The names of a text; null where it is more than plain names and <c>$(wildcard)</c>s that find one or none.</summary>
    public NameList? Read(ReadOnlySpan<char> text)
    {
        _names.Clear();
        _blanks.Clear();
        int gap = 0;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                gap++;
                at++;
                continue;
            }
            if (ReadName(text, at, out int end) is not { } name || gap > byte.MaxValue || (end < text.Length && text[end] != ' '))
                return null;
            at = end;
            if (name.Length == 0)
                continue;
            _names.Add(name);
            _blanks.Add((byte)gap);
            gap = 0;
        }
        if (gap > byte.MaxValue)
            return null;
        _blanks.Add((byte)gap);
        return new NameList([.. _names], [.. _blanks]);
    }

    /// <summary>The name that stands there, empty for a wildcard that finds nothing; null for anything else.</summary>
    private string? ReadName(ReadOnlySpan<char> text, int at, out int end)
    {
        ReadOnlySpan<char> name;
        if (text[at] == '$')
        {
            if (expander.MatchesAt(text, at, out end) is not { } matches)
                return null;
            name = matches;
        }
        else
        {
            int length = text[at..].IndexOf(' ');
            end = length < 0 ? text.Length : at + length;
            name = text[at..end];
        }
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(name, out string? same))
            return same;
        if (!FileSequence.IsPlainWord(name))
            return null;
        same = name.ToString();
        _known.Add(same);
        return same;
    }
}
