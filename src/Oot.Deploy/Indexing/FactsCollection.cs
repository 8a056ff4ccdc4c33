using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>Gets the facts of many modules, by all processors, the largest files first; those that were read before come out of the cache.</summary>
internal static class FactsCollection
{
    /// <param name="nowNs">The time, in nanoseconds since 1970, from which the age of files is counted.</param>
    internal static LinkFacts[] Read(IDisk disk, IReadOnlyList<IndexedFile> files, string? cacheFile, long nowNs)
    {
        FactsCache cache = FactsCache.Read(disk, cacheFile);
        var facts = new LinkFacts[files.Count];
        var keeps = new bool[files.Count];
        var missing = new List<int>();
        for (int i = 0; i < facts.Length; i++)
        {
            keeps[i] = cache.TryGet(files[i], out facts[i]);
            if (!keeps[i])
                missing.Add(i);
        }
        bool goes = missing.Count > 0 || cache.Count != files.Count;
        missing.Sort((a, b) => files[b].Status.Size.CompareTo(files[a].Status.Size));
        ParallelWork.Run(missing.Count, () => new LinkFactsReader(disk), (at, reader) =>
        {
            int i = missing[at];
            facts[i] = reader.Read(files[i].Path);
            // Only what was there before and after the reading is what was read.
            keeps[i] = facts[i].Errno == 0 && FactsCache.IsSettled(files[i].Status, nowNs)
                && disk.Stat(files[i].Path, out FileStatus after) == 0 && FactsCache.IsSame(after, files[i].Status);
        });
        if (goes && cacheFile is not null)
            FactsCache.Write(disk, cacheFile, files, facts, i => keeps[i]);
        return facts;
    }
}
