using System.Globalization;
using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Kernel.Provenance;

/// <summary>
/// Maps of source trees that the user has: built once and kept in <c>$XDG_CACHE_HOME/oot/provenance</c>, under the identity of the tree: its path, and the times of its Makefile, of its
/// top-level directories and of git's own files.
/// </summary>
public sealed class SourceMaps(IDisk disk, IReadOnlyList<string> environment)
{
    private const int MostFiles = 16;

    /// <summary>Whether a directory has a kernel's sources, not only its headers.</summary>
    public static bool IsSource(IDisk disk, string directory) => disk.Stat(directory + "/init/main.c", out _) == 0 && disk.Stat(directory + "/kernel/Makefile", out _) == 0;

    /// <summary>The map of a tree that was kept; null when there is none.</summary>
    public ProvenanceIndex? Kept(string directory)
    {
        byte[] bytes = [];
        return PathOf(directory) is { } path && disk.Read(path, ref bytes, out int length) == 0 ? ProvenanceIndex.Open(bytes.AsMemory(0, length)) : null;
    }

    /// <summary>The map of a tree; null when it is no kernel source.</summary>
    /// <param name="directory">The tree.</param>
    /// <param name="building">Called before the sources are read, which takes some seconds.</param>
    public ProvenanceIndex? Open(string directory, Action building)
    {
        if (Kept(directory) is { } kept)
            return kept;
        building();
        string? path = PathOf(directory);
        if (ProvenanceBuilder.Build(disk, directory + "/") is not { } map)
            return null;
        byte[] written = IndexWriter.Write(map);
        if (path is not null)
            Keep(path, written);
        return ProvenanceIndex.Open(written);
    }

    /// <summary>What is kept; null where the environment names no place for it.</summary>
    public CacheKind? Contents()
    {
        int damaged = 0;
        long size = 0;
        IReadOnlyList<string> paths = Paths();
        foreach (string path in paths)
        {
            byte[] bytes = [];
            bool isRead = disk.Read(path, ref bytes, out int length) == 0;
            size += length;
            damaged += isRead && ProvenanceIndex.Open(bytes.AsMemory(0, length)) is not null ? 0 : 1;
        }
        return Directory is null ? null : new CacheKind("maps", paths.Count, size, damaged);
    }

    /// <summary>Removes everything; the number of files removed, and of those that could not be.</summary>
    public (int Removed, int Left) Clear()
    {
        int removed = 0;
        IReadOnlyList<string> paths = Paths();
        foreach (string path in paths)
            removed += disk.Remove(path) is 0 or Errno.NoEntry ? 1 : 0;
        return (removed, paths.Count - removed);
    }

    private IReadOnlyList<string> Paths() => Directory is { } directory && disk.List(directory, out IReadOnlyList<string> names) == 0 ? [.. names.Select(name => $"{directory}/{name}")] : [];

    /// <summary>Where maps are kept, whether the directory is there or not; null where there is no place for it.</summary>
    private string? Directory => CacheContents.Of(disk, environment) is { Root: var make } ? make[..make.LastIndexOf('/')] + "/provenance" : null;

    private void Keep(string path, byte[] bytes)
    {
        string directory = path[..path.LastIndexOf('/')];
        if (disk.MakeDirectories(directory) == 0 && disk.Replace(path, bytes) == 0)
            Trim(directory);
    }

    private void Trim(string directory)
    {
        if (disk.List(directory, out IReadOnlyList<string> names) != 0 || names.Count <= MostFiles)
            return;
        IEnumerable<string> byAge = names.Select(name => $"{directory}/{name}").OrderBy(path => disk.LinkStat(path, out FileStatus status) == 0 ? status.ModifiedNs : 0);
        foreach (string path in byAge.Take(names.Count - MostFiles).ToArray())
            _ = disk.Remove(path);
    }

    /// <summary>Where a tree's map is kept; null where there is no cache.</summary>
    private string? PathOf(string directory)
    {
        if (CacheContents.Of(disk, environment) is not { IsOn: true })
            return null;
        string real = disk.RealPath(directory, out string resolved) == 0 ? resolved : directory;
        var identity = new System.Text.StringBuilder(real);
        string[] names = disk.List(real, out IReadOnlyList<string> found) == 0 ? [.. found.Order(StringComparer.Ordinal)] : [];
        foreach (string name in (string[])[.. names, ".git/HEAD", ".git/index"])
            if (disk.Stat($"{real}/{name}", out FileStatus status) == 0 && (status.IsDirectory || name is "Makefile" or "Kbuild" || name.StartsWith(".git/", StringComparison.Ordinal)))
                identity.Append(CultureInfo.InvariantCulture, $"\n{name} {status.ModifiedNs} {(status.IsDirectory ? 0 : status.Size)}");
        return string.Create(CultureInfo.InvariantCulture, $"{Directory}/{TextHash.Of(identity.ToString()):x16}.map");
    }
}
