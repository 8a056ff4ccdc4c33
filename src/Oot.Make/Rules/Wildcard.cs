using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>
/// File names from patterns, as the C library's <c>glob</c> does it for make: sorted by bytes, dangling links count as
/// files, and a pattern without wildcards names what exists. It does not know <c>~</c> (<see cref="HomeDirectory"/>) nor
/// archives (<see cref="ArchiveFile"/>).
/// </summary>
internal sealed class Wildcard(IDisk disk)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _listings = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<string>> _matches = new(StringComparer.Ordinal);

    private int _version = 1;

    /// <summary>
    /// Whether a pattern is asked about only once until <see cref="Invalidate"/>: while makefiles are read. Dependency files of compilers ask about the same few names again and again; later,
    /// commands that run may make a file at any time.
    /// </summary>
    public bool KeepsMatches { get; set; }

    /// <summary>As long as this is the same, so are all answers; 0: each one counts only for its moment.</summary>
    public int Version => KeepsMatches ? _version : 0;

    /// <summary>Forgets what was found: files may have come or gone.</summary>
    public void Invalidate()
    {
        _version++;
        _listings.Clear();
        _matches.Clear();
    }

    /// <summary>Whether make takes a name for a pattern at all: in prerequisites others are kept without a look at the disk.</summary>
    public static bool IsPattern(ReadOnlySpan<char> name) => name.ContainsAny('?', '*', '[');

    /// <summary>The existing files that fit; empty for none.</summary>
    public IReadOnlyList<string> Expand(string pattern)
    {
        if (KeepsMatches && _matches.TryGetValue(pattern, out IReadOnlyList<string>? matches))
            return matches;
        IReadOnlyList<string> found = IsName(pattern) ? OfName(pattern) : Sorted(Find(pattern, false));
        if (KeepsMatches)
            _matches.Add(pattern, found);
        return found;
    }

    // Thousands of them in dependency files.
    private static bool IsName(string pattern) => pattern.Length > 0 && pattern[^1] != '/' && !IsPattern(pattern) && !pattern.Contains('\\');

    private IReadOnlyList<string> OfName(string name) => disk.LinkStat(name, out _) == 0 ? [name] : [];

    private static List<string> Sorted(List<string> names)
    {
        names.Sort(string.CompareOrdinal);
        return names;
    }

    /// <param name="markDirectories">The pattern was followed by a slash: directories get one appended, and of what a wildcard finds only they stay.</param>
    private List<string> Find(string pattern, bool markDirectories)
    {
        int slash = pattern.LastIndexOf('/');
        if (slash > 1 && slash == pattern.Length - 1)
            return Find(WithoutEscapeOfSlash(pattern[..slash]), true);
        string directory = slash < 0 ? "" : slash == 0 || (slash == 1 && pattern[0] == '\\') ? "/" : pattern[..slash];
        string last = pattern[(slash + 1)..];
        PatternKind kind = FileNamePattern.KindOf(directory);
        List<string> found = (kind & (PatternKind.Special | PatternKind.Bracket)) == 0
            ? InDirectory(Unescape(directory), last, markDirectories)
            : [.. Find(WithoutEscapeOfSlash(directory), false).SelectMany(d => InDirectory(d, last, markDirectories))];
        if (markDirectories)
            for (int i = 0; i < found.Count; i++)
                if (IsDirectory(found[i]))
                    found[i] += "/";
        return found;
    }

    private List<string> InDirectory(string directory, string pattern, bool directoriesOnly)
    {
        string prefix = directory switch { "" => "", "/" => "/", _ => directory + "/" };
        if (FileNamePattern.KindOf(pattern) == PatternKind.Literal)
        {
            string name = prefix + pattern;
            return name.Length > 0 ? [.. OfName(name)] : [];
        }
        var found = new List<string>();
        if (List(directory.Length == 0 ? "." : directory) is not { } names)
            return found;
        // Directory listings have no dots, glob's have.
        foreach (string dots in (ReadOnlySpan<string>)[".", ".."])
            Consider(dots);
        foreach (string name in names)
            Consider(name);
        return found;

        void Consider(string name)
        {
            if (FileNamePattern.Matches(pattern, name) && (!directoriesOnly || IsDirectory(prefix + name)))
                found.Add(prefix + name);
        }
    }

    /// <summary>The names in a directory, asked for once until <see cref="Invalidate"/>; null where it cannot be read.</summary>
    private IReadOnlyList<string>? List(string directory)
    {
        if (_listings.TryGetValue(directory, out IReadOnlyList<string>? names))
            return names;
        if (disk.List(directory, out names) != 0)
            return null;
        _listings.Add(directory, names);
        return names;
    }

    private bool IsDirectory(string path) => disk.Stat(path, out FileStatus status) == 0 && status.IsDirectory;

    /// <summary>A backslash before the slash that ended this part quoted nothing.</summary>
    private static string WithoutEscapeOfSlash(string part)
    {
        int backslashes = part.Length - part.AsSpan().TrimEnd('\\').Length;
        return backslashes % 2 == 0 ? part : part[..^1];
    }

    private static string Unescape(string name)
    {
        if (!name.Contains('\\'))
            return name;
        var text = new System.Text.StringBuilder(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '\\' && ++i == name.Length)
                break;
            text.Append(name[i]);
        }
        return text.ToString();
    }
}
