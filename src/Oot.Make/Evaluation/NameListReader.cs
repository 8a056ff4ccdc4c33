using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>
/// Expands a dependency file's long list straight to its names. Thousands of mentions are of a few hundred headers, each of which has one text; and where one header is mentioned, the next is most often the one that
/// came next in the list before.
/// </summary>
internal sealed class NameListReader(Expander expander)
{
    private const string Wildcard = "$(wildcard ";

    private readonly Dictionary<string, Mention> _mentions = new(StringComparer.Ordinal);
    private readonly Mention _start = new("", "", false);
    private readonly List<string> _names = [];
    private readonly List<byte> _blanks = [];

    /// <summary>The names of a text, in which continuations may still stand as outside POSIX mode; null where it is more than plain names and <c>$(wildcard)</c>s of one.</summary>
    public NameList? Read(ReadOnlySpan<char> text)
    {
        _names.Clear();
        _blanks.Clear();
        Mention before = _start;
        // Blanks before the next mention, and those around the ones before it that found nothing.
        int gap = 0, around = 0;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                gap++;
                at++;
                continue;
            }
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                // Together with the blanks around it, it is one; none before the value begins.
                gap = before == _start ? 0 : 1;
                at = Characters.NextToken(text, at + 2);
                continue;
            }
            if (before.Next is not { } mention || !mention.StandsAt(text, at))
                mention = before.Next = MentionAt(text, at);
            around += gap;
            gap = 0;
            if (mention is null || around > byte.MaxValue)
                return null;
            before = mention;
            at += mention.Written.Length;
            string name = NameOf(mention);
            if (name.Length == 0)
                continue;
            _names.Add(name);
            _blanks.Add((byte)around);
            around = 0;
        }
        around += gap;
        if (around > byte.MaxValue)
            return null;
        _blanks.Add((byte)around);
        return new NameList([.. _names], [.. _blanks]);
    }

    /// <summary>What stands there up to the next blank; null where that is neither a plain name nor a wildcard of one.</summary>
    private Mention? MentionAt(ReadOnlySpan<char> text, int at)
    {
        bool isWildcard = text[at..].StartsWith(Wildcard);
        int begin = isWildcard ? at + Wildcard.Length : at, length = text[begin..].IndexOf(isWildcard ? ')' : ' ');
        if (length < 0 && isWildcard)
            return null;
        ReadOnlySpan<char> name = length < 0 ? text[begin..] : text.Slice(begin, length);
        int end = begin + name.Length + (isWildcard ? 1 : 0);
        if (end < text.Length && text[end] != ' ')
            return null;
        ReadOnlySpan<char> written = text[at..end];
        if (_mentions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out Mention? known))
            return known;
        if (name.IsEmpty || name.Contains('#') || !FileSequence.IsPlainWord(name))
            return null;
        string own = name.ToString();
        var mention = new Mention(isWildcard ? written.ToString() : own, own, isWildcard);
        _mentions.Add(mention.Written, mention);
        return mention;
    }

    /// <summary>The name that is meant, empty for a wildcard that finds nothing.</summary>
    private string NameOf(Mention mention)
    {
        if (!mention.IsWildcard)
            return mention.Name;
        int version = expander.MatchesVersion();
        if (version == 0 || mention.Version != version)
            (mention.IsThere, mention.Version) = (expander.WildcardNames(mention.Name).Count > 0, version);
        return mention.IsThere ? mention.Name : "";
    }

    /// <summary>How a header is written in a list.</summary>
    private sealed class Mention(string written, string name, bool isWildcard)
    {
        /// <summary>As it stands there.</summary>
        public string Written { get; } = written;

        /// <summary>The header's name.</summary>
        public string Name { get; } = name;

        /// <summary>It is meant only if it exists.</summary>
        public bool IsWildcard { get; } = isWildcard;

        /// <summary>It existed when that was last asked.</summary>
        public bool IsThere { get; set; }

        /// <summary>The version of that answer (<see cref="Rules.Wildcard.Version"/>).</summary>
        public int Version { get; set; }

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
