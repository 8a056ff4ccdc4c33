using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>Every <c>Makefile</c> and <c>Kbuild</c> below a directory, as paths relative to it and in their order; links to directories are not followed.</summary>
internal static class MakefileList
{
    // What cannot be a directory: asking for each of a kernel's 80,000 names whether it is one would take most of the time.
    private static readonly string[] Files =
        [".c", ".h", ".S", ".o", ".rst", ".txt", ".yaml", ".json", ".dts", ".dtsi", ".dtso", ".sh", ".py", ".cmd", ".ko", ".mod", ".rs", ".svg", ".a", ".lds", ".config", ".pl"];

    internal static IReadOnlyList<string> Of(IDisk disk, string tree)
    {
        var makefiles = new List<string>();
        List<string> level = [""];
        while (level.Count > 0)
        {
            var found = new (List<string> Makefiles, List<string> Directories)[level.Count];
            ParallelWork.Run(level.Count, () => disk, (i, disk) => found[i] = Look(disk, tree, level[i]));
            level = [.. found.SelectMany(static one => one.Directories)];
            makefiles.AddRange(found.SelectMany(static one => one.Makefiles));
        }
        makefiles.Sort(string.CompareOrdinal);
        return makefiles;
    }

    private static (List<string> Makefiles, List<string> Directories) Look(IDisk disk, string tree, string directory)
    {
        List<string> makefiles = [], directories = [];
        if (disk.List($"{tree}/{directory}", out IReadOnlyList<string> names) != 0)
            return (makefiles, directories);
        foreach (string name in names)
        {
            if (name is "Makefile" or "Kbuild")
                makefiles.Add(directory + name);
            else if (!Array.Exists(Files, suffix => name.EndsWith(suffix, StringComparison.Ordinal)) && disk.LinkStat($"{tree}/{directory}{name}", out FileStatus status) == 0 && status.IsDirectory)
                directories.Add($"{directory}{name}/");
        }
        return (makefiles, directories);
    }
}
