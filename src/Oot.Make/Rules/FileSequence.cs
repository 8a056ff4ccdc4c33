using System.Buffers;
using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>How a list of file names is read.</summary>
[Flags]
internal enum FileSequenceOptions
{
    /// <summary>Leading <c>./</c> stripped, wildcards and archive groups expanded.</summary>
    None = 0,

    /// <summary>Leading <c>./</c> stays.</summary>
    KeepCurrentDirectory = 1,

    /// <summary><c>lib(member)</c> is a name like any other.</summary>
    NoArchives = 2,

    /// <summary>Wildcards stay.</summary>
    NoWildcards = 4,

    /// <summary>Only names that exist.</summary>
    OnlyExisting = 8,

    /// <summary>Blanks belong to the name.</summary>
    OneWord = 16,

    /// <summary><c>.WAIT</c> marks the next name.</summary>
    Wait = 32,
}

/// <summary>A name of a list.</summary>
/// <param name="WaitsHere"><c>.WAIT</c> stood before it.</param>
internal readonly record struct SequenceName(string Name, bool WaitsHere);

/// <summary>Reads lists of file names: words, quoting, <c>~</c>, wildcards, archive groups <c>lib(a b)</c>.</summary>
internal sealed class FileSequence(Wildcard wildcard, Archives archives)
{
    private static readonly SearchValues<char> Separating = SearchValues.Create(" \t\n\v\f\r\\~():");

    /// <summary>Characters that make a list more than names with blanks between them.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("\\*?[~()|:;&%\t\n\v\f\r");

    private static readonly SearchValues<char> SpecialInWord = SearchValues.Create("\\*?[~()|:;&%\t\n\v\f\r $");

    private const int LongText = 1024;

    private readonly List<SequenceName> _plainNames = [];
    private string? _plainText;
    private List<SequenceName>? _room;

    /// <summary>A name that is known already, so that the thousandth mention of a header needs no text of its own; null for another.</summary>
    public Func<ReadOnlySpan<char>, string?> KnownName { get; set; } = static _ => null;

    /// <summary>The value of <c>HOME</c> as make sees it.</summary>
    public Func<string> Home { get; set; } = () => "";

    /// <summary>A name that begins with <c>~</c> with the home directory written out, or as it is where that is unknown.</summary>
    public string ExpandTilde(string name)
    {
        if (name.Length > 1 && name[0] == '~' && name[1] != '/')
            UserAsked();
        return HomeDirectory.Expand(name, Home) ?? name;
    }

    /// <summary>Called when the system is asked for another user's home directory.</summary>
    public Action UserAsked { get; set; } = () => { };

    /// <summary>Whether a text is one name in which only <c>* ? [</c> mean anything.</summary>
    public static bool IsPlainName(string text) => text.Length > 0 && text.AsSpan().IndexOfAny(Separating) < 0;

    /// <summary>Whether a text is a name as it stands, wherever in a list, or nothing at all.</summary>
    public static bool IsPlainWord(ReadOnlySpan<char> word) => word.IndexOfAny(SpecialInWord) < 0 && !word.StartsWith("./") && word is not ".WAIT";

    /// <summary>The whole text.</summary>
    public List<SequenceName> Parse(string text, FileSequenceOptions options = FileSequenceOptions.None) => Parse(text, "", "", options, out _, out _);

    /// <summary>The text up to an unquoted character of <paramref name="stops"/>, each name with <paramref name="prefix"/> before it.</summary>
    /// <param name="remaining">The text as it is after quoting backslashes were removed.</param>
    /// <param name="end">Index in <paramref name="remaining"/> where reading stopped.</param>
    public List<SequenceName> Parse(string text, string stops, string prefix, FileSequenceOptions options, out string remaining, out int end)
    {
        var result = new List<SequenceName>();
        Parse(result, text, stops, prefix, options, out remaining, out end);
        return result;
    }

    /// <summary>The names alone of the whole text.</summary>
    public List<string> Names(string text)
    {
        List<SequenceName> names = TakeRoom();
        Parse(names, text, "", "", FileSequenceOptions.None, out _, out _);
        List<string> result = names.ConvertAll(name => name.Name);
        GiveBack(names);
        return result;
    }

    /// <summary>An empty list for names that are not kept: a header list has thousands.</summary>
    public List<SequenceName> TakeRoom()
    {
        List<SequenceName> room = _room ?? [];
        _room = null;
        return room;
    }

    /// <summary>The list serves again.</summary>
    public void GiveBack(List<SequenceName> room)
    {
        room.Clear();
        _room = room;
    }

    /// <summary>As the other, at the end of a list.</summary>
    public void Parse(List<SequenceName> result, string text, string stops, string prefix, FileSequenceOptions options, out string remaining, out int end)
    {
        if (text.Length >= LongText && prefix.Length == 0 && (options & (FileSequenceOptions.OnlyExisting | FileSequenceOptions.OneWord)) == 0 && (ReferenceEquals(text, _plainText) || IsPlain(text)))
        {
            result.AddRange(_plainNames);
            (remaining, end) = (text, text.Length);
            return;
        }
        string separators = options.HasFlag(FileSequenceOptions.OneWord) ? stops : stops + " \t";
        bool wait = false;
        string? archive = null;
        int at = 0;
        while (true)
        {
            at = Characters.NextToken(text, at);
            if (at >= text.Length || stops.Contains(text[at]))
                break;
            int start = at;
            at = Quoting.Find(ref text, separators, skipReferences: false, start);
            if (at < 0)
                at = text.Length;
            if (options.HasFlag(FileSequenceOptions.Wait) && text.AsSpan(start, at - start) is ".WAIT")
            {
                wait = true;
                continue;
            }
            if (!options.HasFlag(FileSequenceOptions.KeepCurrentDirectory))
                while (at - start > 2 && text[start] == '.' && text[start + 1] == '/')
                {
                    start += 2;
                    while (start < at && text[start] == '/')
                        start++;
                }
            string name = start == at ? "./" : KnownName(text.AsSpan(start, at - start)) ?? text[start..at];
            if (!options.HasFlag(FileSequenceOptions.NoArchives) && !InArchiveGroup(ref archive, ref name, text, at, separators))
                continue;
            if (options.HasFlag(FileSequenceOptions.NoWildcards))
                Add(result, prefix + name, ref wait);
            else
                AddMatches(result, name, prefix, options, ref wait);
        }
        remaining = text;
        end = at;
    }

    /// <summary>
    /// Whether a text is nothing but names with blanks between them, which are then in <see cref="_plainNames"/>. A dependency file names its headers twice, as prerequisites and
    /// as targets.
    /// </summary>
    private bool IsPlain(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) >= 0 || text.Contains(".WAIT", StringComparison.Ordinal))
            return false;
        _plainText = null;
        _plainNames.Clear();
        foreach (Range range in text.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = text.AsSpan(range);
            if (word.IsEmpty)
                continue;
            if (word.StartsWith("./"))
                return false;
            _plainNames.Add(new SequenceName(KnownName(word) ?? word.ToString(), false));
        }
        _plainText = text;
        return true;
    }

    private static void Add(List<SequenceName> result, string name, ref bool wait)
    {
        result.Add(new SequenceName(name, wait));
        wait = false;
    }

    /// <summary>Completes a name of a group <c>lib(a b c)</c>; false where the word is only a parenthesis of one.</summary>
    private static bool InArchiveGroup(ref string? archive, ref string name, string text, int at, string separators)
    {
        if (archive is null && name[0] != '(' && name[^1] != ')' && name.IndexOf('(') is > 0 and var open && ClosesLater(text, at, separators))
        {
            archive = name[..(open + 1)];
            name = name[(open + 1)..];
            if (name.Length == 0)
                return false;
        }
        if (archive is null)
            return true;
        string group = archive;
        if (name[^1] == ')')
        {
            archive = null;
            if (name.Length == 1)
                return false;
            name = group + name;
        }
        else
        {
            name = group + name + ")";
        }
        return true;
    }

    private static bool ClosesLater(string text, int at, string separators)
    {
        while (true)
        {
            at = Characters.NextToken(text, at);
            int start = at;
            while (at < text.Length && !separators.Contains(text[at]))
                at++;
            if (at == start)
                return false;
            if (text[at - 1] == ')')
                return true;
        }
    }

    private void AddMatches(List<SequenceName> result, string name, string prefix, FileSequenceOptions options, ref bool wait)
    {
        if (name[0] == '~')
            name = ExpandTilde(name);
        string? member = null;
        if (!options.HasFlag(FileSequenceOptions.NoArchives) && archives.TryParse(name, out ArchiveName archive))
            (name, member) = (archive.Archive, archive.Member);
        bool onlyExisting = options.HasFlag(FileSequenceOptions.OnlyExisting);
        bool isPattern = onlyExisting || Wildcard.IsPattern(name);
        if (!isPattern && member is null)
        {
            Add(result, prefix + name, ref wait);
            return;
        }
        IReadOnlyList<string> matches = isPattern ? wildcard.Expand(name) : [name];
        if (matches.Count == 0 && !onlyExisting)
            matches = [name];
        foreach (string match in matches)
        {
            if (member is null)
            {
                Add(result, prefix + match, ref wait);
                continue;
            }
            var whole = new ArchiveName(match, member);
            IReadOnlyList<ArchiveName> members = archives.Match(whole);
            if (members.Count == 0)
                Add(result, prefix + whole, ref wait);
            // make 4.4.1 (read.c, parse_file_seq) loses the member where it copies the name: in $(wildcard) and behind a prefix.
            foreach (ArchiveName found in members)
                Add(result, onlyExisting || prefix.Length > 0 ? prefix + name : found.ToString(), ref wait);
        }
    }
}
