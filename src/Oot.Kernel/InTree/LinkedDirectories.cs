using Oot.Core;

namespace Oot.Kernel.InTree;

/// <summary>
/// Directories that show the entries of others as links, so that a build finds every file where the kernel's tree has it and writes nothing into that tree. A directory that was made real once
/// stays real; what a build left in it is kept.
/// </summary>
internal sealed class LinkedDirectories(IDisk disk)
{
    private static readonly string[] Leftovers = [".o", ".ko", ".mod", ".mod.c", ".a", ".order", ".symvers", ".o.d"];

    /// <summary>Makes a directory whose entries are links: of entries of one name the last layer's counts.</summary>
    /// <param name="directory">The directory; it is made where it is not there, and replaces a link of that name.</param>
    /// <param name="layers">The directories that are shown, each with the names that count; null: all.</param>
    public void Show(string directory, params ReadOnlySpan<(string Directory, Func<string, bool>? Counts)> layers)
    {
        MakeReal(directory);
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string layer, Func<string, bool>? counts) in layers)
        {
            if (disk.List(layer, out IReadOnlyList<string> names) != 0)
                continue;
            foreach (string name in Sources(names))
                if (counts is null || counts(name))
                    wanted[name] = $"{layer}/{name}";
        }
        RemoveOthers(directory, wanted);
        foreach ((string name, string target) in wanted)
            Link($"{directory}/{name}", target);
    }

    /// <summary>Makes a directory and all below it real, with links to files only.</summary>
    public void ShowWhole(string directory, string source)
    {
        if (disk.List(source, out IReadOnlyList<string> names) != 0)
            return;
        // A makefile that was written here while this directory was on the way to another is not the sources'.
        if (disk.LinkStat(directory + "/Kbuild", out FileStatus written) == 0 && written.IsRegular)
            _ = disk.Remove(directory + "/Kbuild");
        Show(directory, (source, null));
        foreach (string name in Sources(names))
        {
            if (disk.LinkStat($"{source}/{name}", out FileStatus status) == 0 && status.IsDirectory)
                ShowWhole($"{directory}/{name}", $"{source}/{name}");
        }
    }

    /// <summary>Makes a directory real that may have been a link.</summary>
    public void MakeReal(string directory)
    {
        if (disk.ReadLink(directory, out _) == 0)
            _ = disk.Remove(directory);
        Directory.CreateDirectory(ByteText.ToUnicode(directory));
    }

    /// <summary>Makes a link where nothing has that name.</summary>
    public void Link(string path, string target)
    {
        if (disk.LinkStat(path, out _) != 0)
            File.CreateSymbolicLink(ByteText.ToUnicode(path), ByteText.ToUnicode(target));
    }

    // What a build of the sources themselves left there is not theirs: kbuild would take it for up to date, and write through the link.
    private static IEnumerable<string> Sources(IReadOnlyList<string> names)
    {
        var all = new HashSet<string>(names, StringComparer.Ordinal);
        return names.Where(name => name[0] != '.' && !all.Contains($".{name}.cmd") && !Array.Exists(Leftovers, suffix => name.EndsWith(suffix, StringComparison.Ordinal)));
    }

    private void RemoveOthers(string directory, Dictionary<string, string> wanted)
    {
        if (disk.List(directory, out IReadOnlyList<string> there) != 0)
            return;
        foreach (string name in there)
        {
            string path = $"{directory}/{name}";
            if (disk.ReadLink(path, out string target) == 0 && wanted.GetValueOrDefault(name) != target)
                _ = disk.Remove(path);
        }
    }
}
