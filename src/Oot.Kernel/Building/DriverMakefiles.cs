using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>Where a directory's makefiles are. Names are those that make and kbuild look for, in their order.</summary>
internal static class DriverMakefiles
{
    private const int Deepest = 3;
    private const int Most = 200;
    private static readonly string[] ForMake = ["GNUmakefile", "makefile", "Makefile"];
    private static readonly string[] ForKbuild = ["Kbuild", "Makefile"];

    /// <summary>The file that <c>make</c> reads in a directory; null when there is none.</summary>
    internal static string? OfMake(IDisk disk, string directory) => First(disk, directory, ForMake);

    /// <summary>The file that kbuild reads in a directory; null when there is none.</summary>
    internal static string? OfKbuild(IDisk disk, string directory) => First(disk, directory, ForKbuild);

    /// <summary>The directories below one that have a makefile of either sort, nearest first; links are not followed.</summary>
    internal static IReadOnlyList<string> Below(IDisk disk, string directory)
    {
        var found = new List<string>();
        var rest = new Queue<(string Path, int Depth)>([(directory, 0)]);
        while (rest.TryDequeue(out (string Path, int Depth) place) && found.Count < Most)
        {
            if (disk.List(place.Path, out IReadOnlyList<string> names) != 0)
                continue;
            foreach (string name in names.Where(name => name[0] != '.').Order(StringComparer.Ordinal))
            {
                string path = place.Path + "/" + name;
                if (disk.LinkStat(path, out FileStatus status) != 0 || !status.IsDirectory)
                    continue;
                if (OfMake(disk, path) is not null || OfKbuild(disk, path) is not null)
                    found.Add(path);
                if (place.Depth + 1 < Deepest)
                    rest.Enqueue((path, place.Depth + 1));
            }
        }
        return found;
    }

    private static string? First(IDisk disk, string directory, string[] names) =>
        names.FirstOrDefault(name => disk.Stat($"{directory}/{name}", out FileStatus status) == 0 && !status.IsDirectory);
}
