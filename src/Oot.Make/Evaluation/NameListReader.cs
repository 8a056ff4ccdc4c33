using Oot.Make.Rules;

namespace Oot.Make.Evaluation;

/// <summary>
/// Expands a dependency file's long list straight to its names. Thousands of mentions are of a few hundred headers, each of which has one text; and where one header is mentioned, the next is most often the one that
/// came next in the list before.
/// </summary>
internal sealed class NameListReader(Expander expander)
{
    private readonly Dictionary<string, Mention> _mentions = new(StringComparer.Ordinal);
    private readonly Mention _start = new("", null, "");
    private readonly List<string> _names = [];
    private readonly List<byte> _blanks = [];

    /// <summary>The names of a text; null where it is more than plain names and <c>$(wildcard)</c>s that find one or none.</summary>
    public NameList? Read(ReadOnlySpan<char> text)
    {
        _names.Clear();
        _blanks.Clear();
        Mention before = _start;
        int gap = 0;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                gap++;
                at++;
                continue;
            }
            if (before.Next is not { } mention || !mention.StandsAt(text, at))
                mention = before.Next = MentionAt(text, at);
            if (mention is null || NameOf(mention) is not { } name || gap > byte.MaxValue)
                return null;
            before = mention;
            at += mention.Written.Length;
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

    /// <summary>What stands there up to the next blank; null where that is neither a plain name nor a wildcard.</summary>
    private Mention? MentionAt(ReadOnlySpan<char> text, int at)
    {
        LongTextPart? wildcard = null;
        int end;
        if (text[at] == '$')
        {
            if ((wildcard = expander.WildcardAt(text, at, out end)) is null || (end < text.Length && text[end] != ' '))
                return null;
        }
        else
        {
            int length = text[at..].IndexOf(' ');
            end = length < 0 ? text.Length : at + length;
        }
        return MentionOf(text[at..end], wildcard);
    }

    private Mention? MentionOf(ReadOnlySpan<char> written, LongTextPart? wildcard)
    {
        if (_mentions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out Mention? known))
            return known;
        if (wildcard is null && !FileSequence.IsPlainWord(written))
            return null;
        string text = written.ToString();
        var mention = new Mention(text, wildcard, wildcard is null ? text : null);
        _mentions.Add(text, mention);
        return mention;
    }

    /// <summary>The name that is meant, empty for a wildcard that finds nothing; null where it finds more than a plain name.</summary>
    private string? NameOf(Mention mention)
    {
        if (mention.Wildcard is not { } wildcard)
            return mention.Name;
        string found = expander.MatchesOf(wildcard);
        if (!ReferenceEquals(found, mention.Found))
            (mention.Found, mention.Name) = (found, found.Length == 0 ? "" : MentionOf(found, null)?.Name);
        return mention.Name;
    }

    /// <summary>How a header is written in a list.</summary>
    private sealed class Mention(string written, LongTextPart? wildcard, string? name)
    {
        /// <summary>As it stands there.</summary>
        public string Written { get; } = written;

        /// <summary>What it is, if not a name.</summary>
        public LongTextPart? Wildcard { get; } = wildcard;

        /// <summary>What the wildcard found when it was last looked at.</summary>
        public string? Found { get; set; }

        /// <summary>The name that is meant.</summary>
        public string? Name { get; set; } = name;

        /// <summary>What came next the last time.</summary>
        public Mention? Next { get; set; }

        /// <summary>Whether a text has this, up to a blank or its end.</summary>
        public bool StandsAt(ReadOnlySpan<char> text, int at)
        {
            int end = at + Written.Length;
            return text[at..].StartsWith(Written) && (end == text.Length || text[end] == ' ');
        }
    }
}
