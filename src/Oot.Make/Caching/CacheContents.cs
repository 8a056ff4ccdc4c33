using Oot.Core;
using Oot.Make.Caching.Runs;

namespace Oot.Make.Caching;

/// <summary>All that is remembered, for people who want to see it or to be rid of it.</summary>
public sealed class CacheContents
{
    private const long MostBytes = 64 << 20;

    private readonly IDisk _disk;

    private CacheContents(IDisk disk, string root, bool isOn)
    {
        _disk = disk;
        Root = root;
        IsOn = isOn;
    }

    /// <summary>The directory, whether it is there or not.</summary>
    public string Root { get; }

    /// <summary>Whether it is used at all (<c>OOT_CACHE</c>).</summary>
    public bool IsOn { get; }

    /// <summary>Whether the directory, if there is one, belongs to another user or can be written by others, and is not used for that.</summary>
    public bool IsForeign => _disk.LinkStat(Root, out _) == 0 && !NativeFiles.IsOwn(Root);

    /// <summary>The cache of an environment; null when the environment names no place for it.</summary>
    public static CacheContents? Of(IDisk disk, IReadOnlyList<string> environment) =>
        CacheDirectory.RootOf(environment) is { } root ? new CacheContents(disk, root, !CacheDirectory.IsOff(environment)) : null;

    /// <summary>What there is of every kind.</summary>
    public IReadOnlyList<CacheKind> Kinds()
    {
        var kinds = new List<CacheKind>();
        foreach (string kind in CacheDirectory.Kinds)
        {
            int count = 0, damaged = 0;
            long bytes = 0;
            foreach (string path in Files(kind))
            {
                if (_disk.LinkStat(path, out FileStatus status) != 0)
                    continue;
                count++;
                bytes += status.Size;
                // Habits are a row of numbers: any bytes are some.
                if (kind != CommandHabits.Kind && CacheDirectory.ContentOf(MappedFile.Open(path, MostBytes).Bytes).IsEmpty)
                    damaged++;
            }
            kinds.Add(new CacheKind(kind, count, bytes, damaged));
        }
        return kinds;
    }

    /// <summary>Removes everything; the number of files removed, and of those that could not be.</summary>
    public (int Removed, int Left) Clear()
    {
        int removed = 0, left = 0;
        foreach (string kind in CacheDirectory.Kinds)
        {
            foreach (string path in Files(kind))
            {
                if (_disk.Remove(path) is 0 or Errno.NoEntry)
                    removed++;
                else
                    left++;
            }
        }
        return (removed, left);
    }

    private IEnumerable<string> Files(string kind) =>
        _disk.List($"{Root}/{kind}", out IReadOnlyList<string> names) == 0 ? names.Select(name => $"{Root}/{kind}/{name}") : [];
}
