using Oot.Core;

namespace Oot.Checking;

/// <summary>The module files that the user means: a directory stands for all that are below it, in the order of their names.</summary>
internal static class ModuleFiles
{
    private const int DeepestDirectory = 64;

    private static readonly string[] Endings = [".ko", ".ko.xz", ".ko.zst", ".ko.gz"];

    internal static IReadOnlyList<string> Of(IDisk disk, IReadOnlyList<string> words)
    {
        var files = new List<string>();
        foreach (string word in words)
        {
            if (disk.Stat(word, out FileStatus status) == 0 && status.IsDirectory)
                Add(disk, word.Length > 1 ? word.TrimEnd('/') : word, files, 0);
            else
                files.Add(word);
        }
        return files;
    }

    // Links to directories are not followed: /lib/modules/RELEASE/build is one.
    private static void Add(IDisk disk, string directory, List<string> files, int depth)
    {
        if (depth > DeepestDirectory || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string path = $"{directory}/{name}";
            if (Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)))
                files.Add(path);
            else if (disk.LinkStat(path, out FileStatus status) == 0 && status.IsDirectory)
                Add(disk, path, files, depth + 1);
        }
    }
}
