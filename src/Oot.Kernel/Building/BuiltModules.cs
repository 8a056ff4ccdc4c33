using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>The <c>.ko</c> files below a directory and when each was written: two of these tell what a build made.</summary>
public sealed class BuiltModules
{
    private readonly SortedDictionary<string, FileStatus> files = new(StringComparer.Ordinal);

    private BuiltModules()
    {
    }

    /// <summary>Paths, in order.</summary>
    public IReadOnlyList<string> Paths => [.. files.Keys];

    /// <summary>Looks below a directory, links not followed, hidden directories left out.</summary>
    public static BuiltModules Below(IDisk disk, string directory)
    {
        var result = new BuiltModules();
        result.Scan(disk, directory, 12);
        return result;
    }

    /// <summary>What is new or was written again since an earlier look.</summary>
    public IReadOnlyList<string> Since(BuiltModules earlier) =>
        [.. files.Where(pair => !earlier.files.TryGetValue(pair.Key, out FileStatus old) || old != pair.Value).Select(pair => pair.Key)];

    private void Scan(IDisk disk, string directory, int depth)
    {
        if (depth == 0 || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names)
        {
            string path = $"{directory}/{name}";
            if (name[0] == '.' || disk.LinkStat(path, out FileStatus status) != 0)
                continue;
            if (status.IsDirectory)
                Scan(disk, path, depth - 1);
            else if (status.IsRegular && name.EndsWith(".ko", StringComparison.Ordinal))
                files[path] = status;
        }
    }
}
