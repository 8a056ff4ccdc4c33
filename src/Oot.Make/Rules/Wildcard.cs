using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>Names on the disk that match patterns, as make asks for them. Listings are kept until a command may have changed them.</summary>
internal sealed class Wildcard(IDisk disk)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _listings = new(StringComparer.Ordinal);

    /// <summary>The value of <c>HOME</c> as make sees it.</summary>
    public Func<string> Home { get; set; } = () => "";

    /// <summary>Forgets listings: files may have come or gone.</summary>
    public void Invalidate() => _listings.Clear();

    /// <summary>Whether a name is a pattern.</summary>
    public static bool HasMagic(string name) => FileNamePattern.HasMagic(name);

    /// <summary>The existing names that match, sorted by their bytes. A plain name matches itself if it exists.</summary>
    public IReadOnlyList<string> Match(string pattern)
    {
        if (!HasMagic(pattern))
        {
            // Without magic, backslashes still quote.
            string plain = RemoveQuotes(pattern);
            return disk.LinkStat(plain, out _) == 0 ? [plain] : [];
        }
        var found = new List<string>();
        int start = 0;
        while (start < pattern.Length && pattern[start] == '/')
            start++;
        Walk(pattern[..start], pattern, start, found);
        found.Sort(string.CompareOrdinal);
        return found;
    }

    /// <summary>Continues with the component at <paramref name="start"/> below the directory <paramref name="directory"/>.</summary>
    private void Walk(string directory, string pattern, int start, List<string> found)
    {
        int end = pattern.IndexOf('/', start);
        ReadOnlySpan<char> component = pattern.AsSpan(start, (end < 0 ? pattern.Length : end) - start);
        int next = end;
        while (next >= 0 && next < pattern.Length && pattern[next] == '/')
            next++;
        // glob(3) gives one slash between components and keeps a trailing one.
        bool isLast = end < 0;
        bool endsInSlash = !isLast && next == pattern.Length;
        IEnumerable<string> names = FileNamePattern.HasMagic(component) ? MatchingEntries(directory, component.ToString()) : [RemoveQuotes(component.ToString())];
        bool mustCheck = !FileNamePattern.HasMagic(component);
        foreach (string name in names)
        {
            string path = directory + name;
            if (isLast)
            {
                if (!mustCheck || disk.LinkStat(path, out _) == 0)
                    found.Add(path);
            }
            else if (disk.Stat(path, out FileStatus status) == 0 && status.IsDirectory)
            {
                if (endsInSlash)
                    found.Add(path + "/");
                else
                    Walk(path + "/", pattern, next, found);
            }
        }
    }

    private IEnumerable<string> MatchingEntries(string directory, string component)
    {
        foreach (string name in List(directory.Length == 0 ? "." : directory))
            if (FileNamePattern.Matches(component, name))
                yield return name;
        // The listing leaves out the two entries that every directory has.
        if (component.StartsWith('.'))
            foreach (string name in (string[])[".", ".."])
                if (FileNamePattern.Matches(component, name))
                    yield return name;
    }

    private IReadOnlyList<string> List(string directory)
    {
        if (!_listings.TryGetValue(directory, out IReadOnlyList<string>? names))
        {
            disk.List(directory, out names);
            _listings.Add(directory, names);
        }
        return names;
    }

    private static string RemoveQuotes(string name)
    {
        int slash = name.IndexOf('\\');
        while (slash >= 0 && slash + 1 < name.Length)
        {
            name = name.Remove(slash, 1);
            slash = slash + 1 < name.Length ? name.IndexOf('\\', slash + 1) : -1;
        }
        return name;
    }

    /// <summary>A name whose <c>~</c> or <c>~user</c> is replaced by a home directory, or null.</summary>
    public string? ExpandTilde(string name)
    {
        int slash = name.IndexOf('/');
        string user = name[1..(slash < 0 ? name.Length : slash)];
        string rest = slash < 0 ? "" : name[slash..];
        if (user.Length > 0)
            return UserDirectory.Find(user) is { } directory ? directory + rest : null;
        string home = Home();
        return home.Length > 0 ? home + rest : null;
    }

    /// <summary>The members of an archive that match a pattern.</summary>
    public IReadOnlyList<string> MatchMembers(string archive, string pattern)
    {
        if (!HasMagic(pattern))
            return [];
        var found = new List<string>();
        if (ArchiveFile.TryRead(disk, archive, out IReadOnlyList<ArchiveMember> members, out _))
            foreach (ArchiveMember member in members)
                if (FileNamePattern.Matches(pattern, member.Name))
                    found.Add(member.Name);
        found.Sort(string.CompareOrdinal);
        return found;
    }
}
