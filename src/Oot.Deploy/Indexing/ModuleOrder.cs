using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// The order of modules, which decides every index: first those that <c>modules.order</c> lists, then the others as they lie in kmod's table of names, which has 512 buckets and is sorted
/// within each.
/// </summary>
internal static class ModuleOrder
{
    private const uint Buckets = 512;

    /// <summary>As in the table of names.</summary>
    internal static IndexedFile[] ByName(IEnumerable<IndexedFile> files)
    {
        IndexedFile[] result = [.. files];
        uint[] keys = Array.ConvertAll(result, file => KmodHash.Of(ByteText.ToBytes(file.Name)) & (Buckets - 1));
        Array.Sort(keys, result);
        for (int start = 0, end; start < result.Length; start = end)
        {
            for (end = start + 1; end < result.Length && keys[end] == keys[start];)
                end++;
            Array.Sort(result, start, end - start, Comparer<IndexedFile>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
        }
        return result;
    }

    /// <summary>Puts the listed ones first. A list that cannot be read, or whose last line has no end, counts for nothing.</summary>
    /// <param name="files">As <see cref="ByName"/> has them.</param>
    internal static IReadOnlyList<IndexedFile> Apply(IDisk disk, DepmodRequest request, IReadOnlyList<IndexedFile> files, IndexMessages messages)
    {
        string path = $"{request.Directory}/modules.order";
        int errno = disk.Read(path, out string content);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Warning, $"could not open modules.order at {request.Directory}: {Errno.Message(errno)}");
            return files;
        }
        string[] lines = content.Split('\n');
        if (lines[^1].Length > 0)
        {
            messages.Say(MessageLevel.Error, $"{path}:{lines.Length} corrupted line misses '\\n'");
            return files;
        }
        var byLine = new Dictionary<string, int>(files.Count, StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            if (files[i].Ordered is string ordered)
                byLine.TryAdd(ordered, i);
        }
        return Sorted(files, byLine, lines, request.Level);
    }

    // Of a line that is there twice kmod 30 counts the last, later ones the first.
    private static IndexedFile[] Sorted(IReadOnlyList<IndexedFile> files, Dictionary<string, int> byLine, string[] lines, KmodLevel level)
    {
        var places = new int[files.Count];
        Array.Fill(places, int.MaxValue);
        for (int i = 0; i < lines.Length - 1; i++)
        {
            if (byLine.TryGetValue(lines[i], out int file) && (!level.CountsFirstLine || places[file] == int.MaxValue))
                places[file] = i;
        }
        int[] order = [.. Enumerable.Range(0, files.Count)];
        Array.Sort(order, (a, b) => places[a] != places[b] ? places[a].CompareTo(places[b]) : a.CompareTo(b));
        return Array.ConvertAll(order, at => files[at]);
    }
}
