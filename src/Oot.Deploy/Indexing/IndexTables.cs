using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Every file that depmod writes, in the order in which kmod writes them (kmod, tools/depmod.c). Each is made from the sources alone, so they are made at the same time.
/// </summary>
internal static class IndexTables
{
    private static readonly Row[] Rows =
    [
        new("modules.dep", true, DependencyTables.Text),
        new("modules.dep.bin", false, DependencyTables.Binary),
        new("modules.alias", true, AliasTables.Text),
        new("modules.alias.bin", false, AliasTables.Binary),
        new("modules.softdep", true, static (sources, _) => Lines(sources, "softdep", "# Soft dependencies extracted from modules themselves.\n"u8)),
        new("modules.weakdep", true, static (sources, _) => Lines(sources, "weakdep", "# Weak dependencies extracted from modules themselves.\n"u8)),
        new("modules.symbols", true, SymbolTables.Text),
        new("modules.symbols.bin", false, SymbolTables.Binary),
        new("modules.builtin.bin", false, BuiltInTables.Names),
        new("modules.builtin.alias.bin", false, BuiltInTables.Aliases),
        new("modules.devname", true, DeviceNameTable.Text),
    ];

    // The largest ones first, so that no processor waits long for another.
    private static readonly int[] BySize = [3, 7, 1, 0, 2, 6, 9, 8, 4, 5, 10];

    /// <summary>The names of all files that any level writes.</summary>
    internal static IEnumerable<string> Names => Rows.Select(row => row.Name);

    /// <summary>Makes the files; what is said meanwhile comes in the order of the files.</summary>
    internal static IReadOnlyList<IndexContent> Make(IndexSources sources, IndexMessages messages)
    {
        var contents = new ReadOnlyMemory<byte>[Rows.Length];
        var said = new List<(bool, string)>[Rows.Length];
        ParallelWork.Run(Rows.Length, () => 0, (at, _) =>
        {
            int i = BySize[at];
            said[i] = [];
            if (IsWanted(Rows[i], sources.Request))
                contents[i] = Rows[i].Make(sources, messages.Kept(said[i]));
        });
        var result = new List<IndexContent>();
        for (int i = 0; i < Rows.Length; i++)
        {
            messages.Repeat(said[i]);
            if (IsWanted(Rows[i], sources.Request))
                result.Add(new IndexContent(Rows[i].Name, contents[i], Rows[i].IsText));
        }
        return result;
    }

    private static bool IsWanted(Row row, DepmodRequest request) =>
        (row.IsText || !request.PrintsOnly) && (row.Name != "modules.weakdep" || request.Level.HasWeakDependencies);

    private static ReadOnlyMemory<byte> Lines(IndexSources sources, string key, ReadOnlySpan<byte> header)
    {
        TextTable table = new TextTable().Add(header);
        byte[] start = ByteText.ToBytes(key + " ");
        sources.ForEach(key, (module, value) => table.Add(start).Add(sources.Names[module]).Add(" "u8).Add(value).Add("\n"u8));
        return table.Content;
    }

    private sealed record Row(string Name, bool IsText, Func<IndexSources, IndexMessages, ReadOnlyMemory<byte>> Make);
}
