using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Writes the exports of the modules that are built, as <c>Module.symvers</c>, and the imports that they lack.</summary>
internal sealed class SymbolFileWriter(ModpostRun run, ResultFiles files)
{
    private const uint Buckets = 1024;

    public void Write(string file)
    {
        TextBuffer text = files.NewBuffer();
        foreach (int symbol in run.Has(ModpostTrait.ReadingOrder) ? InReadingOrder() : InHashOrder())
        {
            if (run.Options.TrimsExports && !run.Table[symbol].IsUsed)
                continue;
            string name = ByteText.FromBytes(run.Table.NameOf(symbol)), space = ByteText.FromBytes(run.Table.NamespaceOf(symbol));
            text.Print($"0x{run.Table[symbol].Crc:x8}\t{name}\t{run.Table.ModuleOf(symbol).Name}\t{run.Table[symbol].Kind.Word()}\t{space}\n");
        }
        files.Write(file, text);
    }

    /// <summary>A line a module: the namespaces that it does not import, for <c>make nsdeps</c>.</summary>
    public void WriteNamespaces(string file)
    {
        TextBuffer text = files.NewBuffer();
        foreach (ModuleRecord module in run.Modules)
        {
            if (!module.IsBuilt || module.MissingNamespaces.Count == 0)
                continue;
            text.Print($"{module.Name}.ko:");
            foreach (string name in run.Has(ModpostTrait.ReadingOrder) ? module.MissingNamespaces : Enumerable.Reverse(module.MissingNamespaces))
                text.Print(" " + name);
            text.Print("\n");
        }
        files.WriteChanged(file, text);
    }

    private IEnumerable<int> InReadingOrder() => run.Table.Modules.Where(module => module.IsBuilt).SelectMany(module => module.Exports);

    // The buckets of the C program's table, in each the youngest first.
    private IEnumerable<int> InHashOrder()
    {
        var built = new List<(uint Bucket, int Symbol)>();
        for (int symbol = 0; symbol < run.Table.Count; symbol++)
        {
            if (run.Table.ModuleOf(symbol).IsBuilt)
                built.Add((Bucket(run.Table.NameOf(symbol)), symbol));
        }
        built.Sort((a, b) => a.Bucket != b.Bucket ? a.Bucket.CompareTo(b.Bucket) : b.Symbol.CompareTo(a.Symbol));
        return built.Select(entry => entry.Symbol);
    }

    /// <summary>The symbols that no global symbol was seen for (5.10 to 5.18), as the C program goes over its table.</summary>
    public void ReportStatic()
    {
        foreach (int symbol in InHashOrder())
        {
            if (run.Table[symbol].IsStatic)
                run.Report.StaticExport(ByteText.FromBytes(run.Table.NameOf(symbol)), run.Table.ModuleOf(symbol), run.Table[symbol].Kind);
        }
    }

    private static uint Bucket(ReadOnlySpan<byte> name)
    {
        uint value = 0x238F13AF * (uint)name.Length;
        for (int i = 0; i < name.Length; i++)
            value += (uint)name[i] << (i * 5 % 24);
        return ((1103515243 * value) + 12345) % Buckets;
    }
}
