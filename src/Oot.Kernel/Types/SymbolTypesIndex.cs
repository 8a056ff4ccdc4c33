using System.Collections.Concurrent;
using Oot.Core;

namespace Oot.Kernel.Types;

/// <summary>The <c>.symtypes</c> files below some directories, by the exports that they have. They are looked for when one is first asked for.</summary>
internal sealed class SymbolTypesIndex
{
    private const int DeepestDirectory = 32, MostFiles = 50_000, LargestFile = 64 << 20;
    private readonly IDisk disk;
    private readonly Lazy<ConcurrentDictionary<string, string>> files;
    private readonly Dictionary<string, SymbolTypesFile?> read = new(StringComparer.Ordinal);

    /// <param name="disk">The disk.</param>
    /// <param name="directories">Where they are.</param>
    internal SymbolTypesIndex(IDisk disk, IReadOnlyList<string> directories)
    {
        this.disk = disk;
        files = new(() => Index(directories));
    }

    /// <summary>The file with an export; null when there is none.</summary>
    internal SymbolTypesFile? Of(string symbol)
    {
        if (!files.Value.TryGetValue(symbol, out string? path))
            return null;
        if (!read.TryGetValue(path, out SymbolTypesFile? file))
            read[path] = file = SymbolTypesFile.Read(disk, path);
        return file;
    }

    private ConcurrentDictionary<string, string> Index(IReadOnlyList<string> directories)
    {
        var paths = new List<string>();
        foreach (string directory in directories)
            Add(directory, paths, 0);
        var found = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        ParallelWork.Run(paths.Count, () => 0, (i, _) => AddExports(paths[i], found));
        return found;
    }

    // Links to directories are not followed: they may lead anywhere.
    private void Add(string directory, List<string> paths, int depth)
    {
        if (depth > DeepestDirectory || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string path = $"{directory}/{name}";
            if (disk.LinkStat(path, out FileStatus status) != 0)
                continue;
            if (status.IsDirectory)
                Add(path, paths, depth + 1);
            else if (name.EndsWith(".symtypes", StringComparison.Ordinal) && status.Size <= LargestFile && paths.Count < MostFiles)
                paths.Add(path);
        }
    }

    // An export's line begins with its name, a type's with its kind.
    private void AddExports(string path, ConcurrentDictionary<string, string> found)
    {
        byte[] bytes = [];
        if (disk.Read(path, ref bytes, out int length) != 0)
            return;
        for (ReadOnlySpan<byte> rest = bytes.AsSpan(0, length); !rest.IsEmpty;)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            int blank = line.IndexOf((byte)' ');
            if (blank > 0 && line[..blank].IndexOf((byte)'#') < 0)
            {
                // Whichever worker is first, the first path counts.
                string symbol = ByteText.FromBytes(line[..blank]);
                found.AddOrUpdate(symbol, path, (_, other) => string.CompareOrdinal(other, path) <= 0 ? other : path);
            }
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }
}
