using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary><c>modules.dep</c>: <c>path: path…</c>, all that a module needs, what is loaded first at the end; and the same lines by the modules' names.</summary>
internal static class DependencyTables
{
    internal static ReadOnlyMemory<byte> Text(IndexSources sources, IndexMessages messages)
    {
        var table = new TextTable();
        var marks = new bool[sources.Files.Count];
        var needs = new List<int>();
        for (int i = 0; i < sources.Files.Count; i++)
        {
            AddLine(table, sources, i, marks, needs);
            table.Add("\n"u8);
        }
        return table.Content;
    }

    internal static ReadOnlyMemory<byte> Binary(IndexSources sources, IndexMessages messages)
    {
        var keys = new IndexKeys();
        var marks = new bool[sources.Files.Count];
        var needs = new List<int>();
        for (int i = 0; i < sources.Files.Count; i++)
        {
            var line = new TextTable();
            AddLine(line, sources, i, marks, needs);
            keys.Add(sources.Names[i], line.Content.Span, (uint)i);
        }
        return new IndexTrie(keys, sources.Request.Level.PutsRootFirst).Write();
    }

    private static void AddLine(TextTable table, IndexSources sources, int module, bool[] marks, List<int> needs)
    {
        table.Add(sources.Files[module].Listed).Add(":"u8);
        sources.Graph.Closure(module, marks, needs);
        foreach (int need in needs)
            table.Add(" "u8).Add(sources.Files[need].Listed);
    }
}
