namespace Oot.Deploy.Indexing;

/// <summary><c>modules.symbols</c>: <c>alias symbol:NAME MODULE</c>; and the same by <c>symbol:NAME</c>.</summary>
internal static class SymbolTables
{
    internal static ReadOnlyMemory<byte> Text(IndexSources sources, IndexMessages messages)
    {
        TextTable table = new TextTable().Add("# Aliases for symbols, used by symbol_request().\n"u8);
        foreach (int symbol in sources.Symbols.InOrder())
            table.Add("alias symbol:"u8).Add(sources.Symbols.NameOf(symbol)).Add(" "u8).Add(sources.Names[sources.Symbols.OwnerOf(symbol)]).Add("\n"u8);
        return table.Content;
    }

    internal static ReadOnlyMemory<byte> Binary(IndexSources sources, IndexMessages messages)
    {
        var keys = new IndexKeys();
        byte[] key = new byte[1 << 13];
        "symbol:"u8.CopyTo(key);
        for (int symbol = 0; symbol < sources.Symbols.Count; symbol++)
        {
            int owner = sources.Symbols.OwnerOf(symbol);
            if (owner == SymbolTable.Kernel)
                continue;
            ReadOnlySpan<byte> name = sources.Symbols.NameOf(symbol);
            name.CopyTo(key.AsSpan("symbol:".Length));
            keys.Add(key.AsSpan(0, "symbol:".Length + name.Length), sources.Names[owner], (uint)owner);
        }
        return new IndexTrie(keys, sources.Request.Level.PutsRootFirst).Write();
    }
}
