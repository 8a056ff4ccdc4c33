using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>Makes the indexes of one kernel's modules: configuration, search, order, facts, dependencies, files.</summary>
public sealed class Depmod(IDisk disk, DepmodRequest request, IndexMessages messages)
{
    private const int MostModules = ushort.MaxValue;

    /// <summary>Pairs of files of one module between which no rule decides: the one that stays, and the other. Filled by <see cref="Run"/>.</summary>
    public IReadOnlyList<(string Kept, string Other)> Ties { get; private set; } = [];

    /// <summary>Whether the indexes are at least as new as every module (<c>-A</c>).</summary>
    public bool IsFresh() => Freshness.IsFresh(disk, request.Directory, messages);

    /// <summary>Where facts about the modules of a directory are remembered in this environment; null: nowhere.</summary>
    public static string? CacheFile(IReadOnlyList<string> environment, string directory) => FactsCache.PathOf(environment, directory);

    /// <summary>Which files' form the indexes of a directory have; null where there are none.</summary>
    public static KmodLevel? LevelOf(IDisk disk, string directory)
    {
        Span<byte> start = stackalloc byte[12];
        if (disk.ReadStart(directory + "/modules.dep.bin", start, out int length) != 0 || length < start.Length || start[0] != 0xb0)
            return null;
        bool first = ((start[8] & 15) | start[9] | start[10]) == 0 && start[11] == 12;
        return new KmodLevel(first ? 34 : disk.Stat(directory + "/modules.weakdep", out _) == 0 ? 33 : 30);
    }

    /// <summary>Ends what a killed run began in a directory.</summary>
    public static void Recover(IDisk disk, string directory)
    {
        using DirectoryLock held = DirectoryLock.Take(directory, () => { });
        new IndexPublication(disk, directory).Recover();
    }

    /// <summary>Does it; false, after messages, where it failed. Nothing has changed then.</summary>
    /// <param name="print">Takes what <see cref="DepmodRequest.PrintsOnly"/> prints.</param>
    public bool Run(Action<ReadOnlyMemory<byte>> print)
    {
        var symbols = new SymbolTable();
        if (!new KernelSymbols(disk, request, symbols, messages).Load())
            return false;
        DepmodRequest effective = request;
        if (request.ReportsUnknown && request.SymbolVersions is null && request.SystemMap is null)
        {
            messages.Say(MessageLevel.Warning, "-e needs -E or -F");
            effective = request with { ReportsUnknown = false };
        }
        if (Find(effective) is not { } files)
            return false;
        files = ModuleOrder.Apply(disk, effective, files, messages);
        LinkFacts[] facts = FactsCollection.Read(disk, files, effective.CacheFile, Now());
        var graph = new DependencyGraph(effective, files, facts, symbols, messages);
        if (!graph.Build())
            return false;
        IReadOnlyList<IndexContent> contents = IndexTables.Make(new IndexSources(disk, effective, files, facts, graph, symbols), messages);
        if (!request.PrintsOnly)
            return Publish(contents);
        foreach (IndexContent content in contents)
            print(content.Content);
        return true;
    }

    private IReadOnlyList<IndexedFile>? Find(DepmodRequest effective)
    {
        DepmodConfiguration configuration = effective.Files is null
            ? new DepmodConfigurationReader(disk, effective.Release, messages).Read(effective.ConfigurationPaths ?? effective.Level.ConfigurationDirectories)
            : new DepmodConfiguration([], [], [], []);
        var search = new ModuleSearch(disk, effective, configuration, messages);
        IReadOnlyList<IndexedFile>? files = search.Run();
        Ties = [.. search.Ties.Select(tie => (tie.Kept.Path, tie.Other.Path))];
        if (files?.Count >= MostModules)
        {
            messages.Say(MessageLevel.Fatal, $"could not build module array: {Errno.Message(Errno.OutOfRange)}");
            return null;
        }
        return files;
    }

    private bool Publish(IReadOnlyList<IndexContent> contents)
    {
        string directory = request.OutputDirectory;
        for (int slash = directory.IndexOf('/', 1); slash > 0; slash = directory.IndexOf('/', slash + 1))
            _ = disk.MakeDirectory(directory[..slash], 0x1ED);
        int errno = disk.MakeDirectory(directory, 0x1ED);
        if (errno != 0 && (disk.Stat(directory, out FileStatus status) != 0 || !status.IsDirectory))
        {
            messages.Say(MessageLevel.Fatal, $"could not create directory {directory}: {Errno.Message(errno)}");
            return false;
        }
        if (new IndexPublication(disk, directory).Publish(contents) is not (string name, int reason))
            return true;
        messages.Say(MessageLevel.Error, $"Could not write index '{name}' in {directory}: {Errno.Message(reason)}");
        return false;
    }

    private static long Now() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
}
