using Oot.Core;

namespace Oot.Make.Caching.Objects;

/// <summary>
/// What an object depends on besides its command: the files that were read, and the directories in which a file could appear that would be read instead of one of them, or by a header that asks whether it is
/// there. A new name changes its directory's times.
/// </summary>
internal static class ObjectInputs
{
    /// <summary>What reads files that the list does not have, or asks about ones that were not there. What a header includes that calls itself the system's is not listed.</summary>
    private static readonly string[] Unlisted = ["__has_include", "__has_embed", ".incbin", ".include \"", ".include \\\"", "#embed", "# embed", "system_header"];

    /// <summary>The inputs; null when they cannot be told.</summary>
    /// <param name="list">What the compiler has written of them: a rule, whose target is the source's name with another ending.</param>
    public static List<FileQuestion>? Of(IDisk disk, CompileCall call, string list)
    {
        int colon = list.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || Names(list[(colon + 1)..]) is not { Count: > 0 } files)
            return null;
        foreach (string file in files)
            if (disk.Read(file, out string text) != 0 || Unlisted.Any(word => text.Contains(word, StringComparison.Ordinal)))
                return null;
        return [.. files.Concat(Places(disk, call, files)).Select(static path => new FileQuestion(path, FileQuestionKind.Identity))];
    }

    /// <summary>The names after the colon; null when one of them is written in another way than it is.</summary>
    private static List<string>? Names(string list)
    {
        string text = list.Replace("\\\n", " ", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny("\\$#") ? null : [.. text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    /// <summary>
    /// A header is looked for beside the file that includes it, if in quotes, and in every place up to the one where it was found. Which files include which is not known: so a header's directory, counted from any of
    /// these places, counts in each of them.
    /// </summary>
    private static HashSet<string> Places(IDisk disk, CompileCall call, List<string> files)
    {
        HashSet<string> origins = [.. call.Places.Select(AsListed), .. files.Select(DirectoryOf)];
        var below = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (string origin in origins)
            foreach (string file in files)
                if (file.LastIndexOf('/') is var slash && LengthOf(origin, file) is var start && start >= 0 && start < slash)
                    below.Add(file[start..slash]);
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (string origin in origins)
            foreach (string directory in below)
                places.Add(Nearest(disk, directory.Length == 0 ? origin : $"{origin}/{directory}"));
        return places;
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
    private static int LengthOf(string directory, string file) => directory switch
    {
        "." => file[0] == '/' ? -1 : 0,
        _ when file.Length > directory.Length && file[directory.Length] == '/' && file.StartsWith(directory, StringComparison.Ordinal) => directory.Length + 1,
        _ => -1,
    };

    /// <summary>A directory, or the one in which the way to it would have to begin.</summary>
    private static string Nearest(IDisk disk, string directory)
    {
        while (directory is not ("." or "/") && !(disk.Stat(directory, out FileStatus status) == 0 && status.IsDirectory))
            directory = DirectoryOf(directory);
        return directory;
    }
}
