using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>
/// Which options a file names: all objects of a build, and of the next one for the same kernel, name the same hundreds of headers. A file is the same as long as its identity and times are, if a change
/// would have shown in these when it was read.
/// </summary>
internal sealed class RememberedOptions
{
    private const int MostFiles = 1 << 15, MostBytes = 1 << 23, LongestNames = 1 << 14;

    /// <summary>What is kept is read by every build, and most build a module.</summary>
    private const int MostKept = 1 << 12;

    /// <summary>To read fewer files costs less than to keep what they name.</summary>
    private const int FewestNew = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<FileStatus, ReadOnlyMemory<byte>> files = [];
    private readonly List<FileStatus> read = [];
    private CacheDirectory? cache;
    private string? key;
    private int size;

    /// <summary>Begins with what was kept for a kernel tree; only a process's first one counts.</summary>
    /// <param name="tree">The tree's absolute path; null: not known.</param>
    /// <param name="environment">Says where things are kept; null: nowhere.</param>
    internal void Open(string? tree, IReadOnlyList<string>? environment)
    {
        lock (gate)
        {
            if (key is not null || tree is null || environment is null)
                return;
            key = "options 1\n" + tree;
            cache = CacheDirectory.Open(environment);
            if (cache?.Find(CacheDirectory.OptionsOfHeaders, key) is { } reader)
                Read(reader);
        }
    }

    private void Read(CacheReader reader)
    {
        int left = reader.Count();
        files.EnsureCapacity(left);
        for (; left > 0; left--)
        {
            var file = new FileStatus(reader.Number(), reader.Number(), reader.Number(), (ulong)reader.Number(), (ulong)reader.Number(), (uint)reader.Number(), (uint)reader.Number());
            ReadOnlyMemory<byte> names = reader.Bytes.AsMemory(reader.TextRange());
            if (reader.IsBroken || names.Span is [.., not 0])
                return;
            files[file] = names;
        }
    }

    /// <summary>Gives the names as <see cref="Add"/> got them; false for a file that is not remembered.</summary>
    internal bool Find(IDisk disk, string path, out ReadOnlyMemory<byte> names)
    {
        names = default;
        lock (gate)
        {
            if (files.Count == 0)
                return false;
        }
        if (disk.Stat(path, out FileStatus status) != 0)
            return false;
        lock (gate)
            return files.TryGetValue(status, out names);
    }

    /// <summary>Remembers what a file names.</summary>
    /// <param name="status">Its status before it was read; null: not known.</param>
    /// <param name="momentNs">When it had not been read yet (<see cref="FileClock"/>).</param>
    /// <param name="names">The names, each followed by a NUL.</param>
    internal void Add(FileStatus? status, long momentNs, ReadOnlySpan<byte> names)
    {
        if (status is not { IsRegular: true } file || !FileClock.ShowsChange(file.ChangedNs, momentNs) || names.Length > LongestNames)
            return;
        byte[] kept = names.Length == 0 ? [] : names.ToArray();
        lock (gate)
        {
            if (files.Count == MostFiles || size > MostBytes)
            {
                files.Clear();
                read.Clear();
                size = 0;
            }
            files[file] = kept;
            size += kept.Length;
            read.Add(file);
        }
    }

    /// <summary>The build is over: keeps what it has learned for the next one.</summary>
    internal void Keep()
    {
        lock (gate)
        {
            if (cache is null || read.Count < FewestNew)
                return;
            // The oldest go first.
            FileStatus[] kept = [.. read.Concat(files.Keys).Distinct().Take(MostKept)];
            CacheWriter content = new CacheWriter().Text(key!).Number(kept.Length);
            foreach (FileStatus file in kept)
            {
                content.Number(file.ModifiedNs).Number(file.ChangedNs).Number(file.Size).Number((long)file.Inode).Number((long)file.Device).Number(file.Mode).Number(file.Owner)
                    .Text(ByteText.FromBytes(files[file].Span));
            }
            cache.Store(CacheDirectory.OptionsOfHeaders, key!, content);
        }
    }
}
