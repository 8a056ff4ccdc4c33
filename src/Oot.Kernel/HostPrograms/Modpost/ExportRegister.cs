using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// How an export becomes known: who may export a name that another exports already. Kernels before 5.19 keep one symbol a name, which a later module takes over; from then on
/// each export is a symbol of its own.
/// </summary>
internal sealed class ExportRegister(ModpostReport report, ModpostTraits traits, bool isExternal)
{
    private readonly bool keepsOne = !traits.Has(ModpostTrait.ErrorsKeepFiles), hasNamespaceSymbols = !traits.Has(ModpostTrait.ExportSection);

    public SymbolTable Table { get; } = new();

    /// <summary>Adds an export, or finds the one that stays.</summary>
    /// <param name="module">The module's number in the table.</param>
    /// <param name="isGlobal">Known to be no static symbol.</param>
    /// <returns>The symbol's number.</returns>
    public int Add(int text, int start, int length, int module, ExportKind kind, bool isGlobal = false)
    {
        ReadOnlySpan<byte> name = TextOf(text, start, length);
        uint hash = SymbolTable.Hash(name);
        int found = name is [(byte)'.', ..] ? Table.Find(name) : Table.Find(name, hash);
        if (found >= 0 && (!isExternal || Table.ModuleOf(found).IsVmlinux || Table[found].Module == module))
        {
            report.ExportedTwice(Table.Modules[module], ByteText.FromBytes(name), Table.ModuleOf(found));
            if (keepsOne)
                return Global(found, isGlobal);
        }
        if (found < 0 || !keepsOne)
            found = Table.Add(text, start, length, hash, module, kind);
        Table[found].Module = module;
        Table[found].Kind = kind;
        if (Table.Modules[module].IsBuilt)
            Table.Modules[module].Exports.Add(found);
        return Global(found, isGlobal);
    }

    private int Global(int symbol, bool isGlobal)
    {
        if (isGlobal)
            Table[symbol].IsStatic = false;
        return symbol;
    }

    /// <summary>Gives a symbol its CRC; before 5.19 whatever has its name gets it.</summary>
    public void SetCrc(int symbol, uint crc)
    {
        if (keepsOne)
            symbol = Table.Find(Table.NameOf(symbol));
        if (symbol < 0)
            return;
        Table[symbol].Crc = crc;
        Table[symbol].HasCrc = true;
    }

    /// <summary>Gives a symbol its namespace; kernels that read it from a symbol of its own look for the name once more.</summary>
    public void SetNamespace(int symbol, int text, int start, int length)
    {
        if (hasNamespaceSymbols)
        {
            int named = Table.Find(Table.NameOf(symbol));
            if (named < 0)
                report.NamespaceWithoutSymbol(ByteText.FromBytes(Table.NameOf(symbol)), ByteText.FromBytes(TextOf(text, start, length)));
            symbol = named;
        }
        if (symbol < 0)
            return;
        (Table[symbol].NamespaceText, Table[symbol].NamespaceStart, Table[symbol].NamespaceLength) = (text, start, length);
    }

    private ReadOnlySpan<byte> TextOf(int text, int start, int length) => Table.TextOf(text).AsSpan(start, length);
}
