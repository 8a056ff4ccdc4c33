using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>From a kernel's sources to the map of its symbols: the exports, the Kbuild files, and both put together.</summary>
internal static class ProvenanceBuilder
{
    /// <summary>Reads a tree; null when it is no kernel source.</summary>
    /// <param name="root">The tree, ending in <c>/</c>.</param>
    public static ProvenanceMap? Build(IDisk disk, string root)
    {
        if (SourceFiles.List(disk, root) is not { } files)
            return null;
        var scanner = new ExportScanner(disk, root, ConfigurationVariables.Of([.. files.Architectures]));
        IReadOnlyDictionary<string, SourceExports> exports = scanner.Scan(files);
        KbuildTree tree = KbuildTree.Read(disk, root, files.Architectures);
        return Join(VersionOf(disk, root), files.Architectures, exports, tree);
    }

    /// <summary>The version that a tree's Makefile names; empty when it names none.</summary>
    public static string VersionOf(IDisk disk, string root)
    {
        if (disk.Read(root + "Makefile", out string makefile) != 0)
            return "";
        string[] parts = ["VERSION = ", "PATCHLEVEL = ", "SUBLEVEL = "];
        string?[] values = [null, null, null];
        foreach (ReadOnlySpan<char> line in makefile.AsSpan().EnumerateLines())
            for (int i = 0; i < parts.Length; i++)
                if (line.StartsWith(parts[i]) && !line[parts[i].Length..].ContainsAnyExceptInRange('0', '9'))
                    values[i] ??= line[parts[i].Length..].ToString();
        return values[0] is null || values[1] is null ? "" : string.Join('.', values.Where(value => value is { Length: > 0 }));
    }

    private static ProvenanceMap Join(string version, IReadOnlyList<string> architectures, IReadOnlyDictionary<string, SourceExports> exports, KbuildTree tree)
    {
        var includers = new Dictionary<string, List<SourceInclude>>(StringComparer.Ordinal);
        foreach ((string path, SourceExports source) in exports)
            foreach (SourceInclude included in source.Includes)
            {
                if (!includers.TryGetValue(included.File, out List<SourceInclude>? all))
                    includers[included.File] = all = [];
                all.Add(included with { File = path });
            }
        var symbols = new SortedDictionary<string, List<SymbolOrigin>>(StringComparer.Ordinal);
        foreach ((string path, SourceExports source) in exports.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (source.Sites.Count == 0)
                continue;
            List<Placement> placements = PlacementsOf(path, tree, includers);
            string own = tree.NamespaceOf(KbuildPaths.DirectoryOf(path));
            foreach (ExportSite site in source.Sites)
            {
                if (!symbols.TryGetValue(site.Symbol, out List<SymbolOrigin>? origins))
                    symbols[site.Symbol] = origins = [];
                origins.Add(new SymbolOrigin(path, site.Line, site.IsGpl, site.Namespace ?? own, site.When, placements));
            }
        }
        return new ProvenanceMap(version, architectures, symbols, [.. exports.Values.SelectMany(source => source.Unresolved).Order(StringComparer.Ordinal)]);
    }

    /// <summary>What a source is linked into, also as a part of the sources that include it.</summary>
    private static List<Placement> PlacementsOf(string path, KbuildTree tree, Dictionary<string, List<SourceInclude>> includers)
    {
        var result = new List<Placement>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { path };
        var left = new Stack<SourceInclude>([new SourceInclude(path, Condition.True)]);
        while (left.TryPop(out SourceInclude source))
        {
            if (!source.File.EndsWith(".h", StringComparison.Ordinal))
                foreach (Placement placement in tree.PlacementsOf(source.File[..source.File.LastIndexOf('.')]))
                    Add(result, placement with { When = placement.When.And(source.When) });
            foreach (SourceInclude includer in includers.GetValueOrDefault(source.File) ?? [])
                if (seen.Add(includer.File))
                    left.Push(includer with { When = source.When.And(includer.When) });
        }
        return result;
    }

    private static void Add(List<Placement> all, Placement placement)
    {
        if (placement.When.IsFalse)
            return;
        int same = all.FindIndex(other => other.Module == placement.Module);
        if (same < 0)
            all.Add(placement);
        else
            all[same] = all[same] with { When = all[same].When.Or(placement.When) };
    }
}
