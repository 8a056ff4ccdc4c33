using System.Buffers;
using Oot.Core;

namespace Oot.Make.Caching.Objects;

/// <summary>
/// What an object depends on besides its command: the files that were read, and the directories in which a file could appear that would be read instead of one of them. A new name changes its directory's
/// times.
/// </summary>
internal static class ObjectInputs
{
    private const string Include = ".include", Line = "line", Embed = "embed";

    private static readonly SearchValues<string> Includes = SearchValues.Create([Include], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Dates = ["__DATE__", "__TIME__", "__TIMESTAMP__"];

    /// <summary>What reads files that the list does not have, or asks about ones that are not there: words of the compiler, and of the assembler, which knows no case.</summary>
    private static readonly SearchValues<string> Unlisted = SearchValues.Create(
        [.. Dates, "__has_include", "__has_embed", "__has_##", "system_header", "GCC dependency", "pch_preprocess", "date-time", ".incbin"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The inputs; null when they cannot be told.</summary>
    /// <param name="list">What the compiler has written of them: a rule, whose target is the source's name with another ending.</param>
    public static List<FileQuestion>? Of(IDisk disk, CompileCall call, string list)
    {
        int colon = list.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || Names(list[(colon + 1)..]) is not { Count: > 0 } files || !files.TrueForAll(file => IsPlain(disk, file)))
            return null;
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (string place in Places(call, files))
        {
            if (Nearest(disk, place) is not { } there || (places.Add(there) && !IsPlainDirectory(disk, there)))
                return null;
        }
        return [.. files.Concat(places).Select(static path => new FileQuestion(path, FileQuestionKind.Identity))];
    }

    /// <summary>Whether a text has a word that a compiler makes a date or a time of.</summary>
    public static bool HasDate(string text) => Dates.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a name in a list may be another file in every process, or one that can be read once only.</summary>
    public static bool HasDevice(string list) => list.Contains(" /dev/", StringComparison.Ordinal) || list.Contains(" /proc/", StringComparison.Ordinal);

    /// <summary>The names after the colon; null when one of them is written in another way than it is.</summary>
    private static List<string>? Names(string list)
    {
        string text = list.Replace("\\\n", " ", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny("\\$#") ? null : [.. text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    /// <summary>Whether a file is one on a disk, and reads nothing that is not listed.</summary>
    private static bool IsPlain(IDisk disk, string file)
    {
        if (disk.Stat(file, out FileStatus status) != 0 || !status.IsRegular || disk.Read(file, out string text) != 0)
            return false;
        text = text.Replace("\\\n", "", StringComparison.Ordinal);
        return !text.AsSpan().ContainsAny(Unlisted) && !IncludesInAssembly(text) && !HasLineMarker(text);
    }

    /// <summary>Whether a text has the assembler's <c>.include</c> with a quoted name.</summary>
    private static bool IncludesInAssembly(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAny(Includes)) >= 0;)
        {
            text = text[(at + Include.Length)..];
            if (text.TrimStart(" \t") is ['"' or '\\', ..])
                return true;
        }
        return false;
    }

    /// <summary>Whether something says that what follows is from elsewhere, a system header perhaps, or embeds a file.</summary>
    private static bool HasLineMarker(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOf('#')) >= 0;)
        {
            text = text[(at + 1)..];
            // Two join words.
            if (text is ['#', ..])
                text = text[1..];
            else if (text.TrimStart(" \t") is var directive && (IsWord(directive, Line) || IsWord(directive, Embed) || IsNumberWithName(directive)))
                return true;
        }
        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.Ordinal) && !(text.Length > word.Length && (char.IsAsciiLetterOrDigit(text[word.Length]) || text[word.Length] == '_'));

    private static bool IsNumberWithName(ReadOnlySpan<char> text) => text is [>= '0' and <= '9', ..] && text.TrimStart("0123456789").TrimStart(" \t") is ['"', ..];

    /// <summary>
    /// A header is looked for beside the file that includes it, if in quotes, and in every place up to the one where it was found. Which files include which is not known: so a header's directory, counted from any of
    /// these places, counts in each of them.
    /// </summary>
    private static IEnumerable<string> Places(CompileCall call, List<string> files)
    {
        HashSet<string> origins = [.. call.Places.Select(AsListed), .. files.Select(DirectoryOf)];
        var below = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (string origin in origins)
            foreach (string file in files)
                if (file.LastIndexOf('/') is var slash && StartOf(origin, file) is var start && start >= 0 && start < slash)
                    below.Add(file[start..slash]);
        return origins.SelectMany(origin => below.Select(directory => directory.Length == 0 ? origin : $"{origin}/{directory}"));
    }

    /// <summary>A directory as the compiler writes it down.</summary>
    private static string AsListed(string directory)
    {
        while (directory.StartsWith("./", StringComparison.Ordinal))
            directory = directory[2..].TrimStart('/');
        return directory.TrimEnd('/') is { Length: > 0 } plain ? plain : directory.StartsWith('/') ? "/" : ".";
    }

    private static string DirectoryOf(string file) => file.LastIndexOf('/') switch { < 0 => ".", 0 => "/", var slash => file[..slash] };

    /// <summary>Where a file's name begins, counted from a directory; −1 for a file that does not lie in it.</summary>
    private static int StartOf(string directory, string file) => directory switch
    {
        "." => file[0] == '/' ? -1 : 0,
        "/" => file[0] == '/' ? 1 : -1,
        _ when file.Length > directory.Length && file[directory.Length] == '/' && file.StartsWith(directory, StringComparison.Ordinal) => directory.Length + 1,
        _ => -1,
    };

    /// <summary>A directory, or the one in which the way to it would have to begin; null when a link leads nowhere on that way: what it leads to can appear anywhere.</summary>
    private static string? Nearest(IDisk disk, string directory)
    {
        while (directory is not ("." or "/") && !(disk.Stat(directory, out FileStatus status) == 0 && status.IsDirectory))
        {
            if (disk.LinkStat(directory, out FileStatus link) == 0 && link.IsLink)
                return null;
            directory = DirectoryOf(directory);
        }
        return directory;
    }

    /// <summary>Whether a name can only come or go with the directory's times: no link leads nowhere, and no directory holds compiled headers.</summary>
    private static bool IsPlainDirectory(IDisk disk, string directory)
    {
        if (disk.List(directory, out IReadOnlyList<string> names) != 0)
            return false;
        foreach (string name in names)
        {
            string path = $"{directory}/{name}";
            if (name.EndsWith(".gch", StringComparison.Ordinal) || (disk.LinkStat(path, out FileStatus status) == 0 && status.IsLink && disk.Stat(path, out _) != 0))
                return false;
        }
        return true;
    }
}
