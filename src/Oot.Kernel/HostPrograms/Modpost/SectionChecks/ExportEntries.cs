using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>
/// Exports of kernels from 6.5 on: each reference of <c>.export_symbol</c> is one, labelled <c>__export_symbol_NAME</c>, with the licence and the namespace before it
/// (kernel scripts/mod/modpost.c, check_export_symbol).
/// </summary>
internal sealed class ExportEntries(ModpostRun run, ModuleRecord module, int number, ModuleObject source, SectionRules rules, Lazy<SortedSymbols> symbols)
{
    private const int ProcessorType = 13;
    private int text = -1;

    private int Text => text >= 0 ? text : text = run.Table.AddText(source.Image.Bytes, 0);

    /// <param name="target">The number of the symbol's section.</param>
    public void Read(Relocation relocation, ElfSymbol symbol, uint target)
    {
        uint? index = symbols.Value.FindBefore(relocation.Offset, source.ExportSection);
        ByteName label = index is uint found ? source.SymbolName(source.Symbol(found)) : default;
        if (index is null || !label.Span.StartsWith("__export_symbol_"u8))
        {
            run.Report.StrangeExport(module, index is null ? "" : label.ToString());
            return;
        }
        ByteName expected = label.From("__export_symbol_".Length), name = source.SymbolName(symbol);
        if (!symbol.IsGlobal)
            run.Report.LocalExport(module, expected.ToString());
        else if (!expected.Equals(name))
            run.Report.ForeignExport(module, name.ToString());
        else
            Add(source.DataOf(index.Value, source.Symbol(index.Value)), symbol, name, target);
    }

    private void Add(ulong data, ElfSymbol symbol, ByteName name, uint target)
    {
        ByteName licence = source.StringAt(data);
        if (!licence.IsEmpty && !licence.Span.SequenceEqual("GPL"u8))
        {
            run.Report.ExportLicenceUnknown(module, licence.ToString(), name.ToString());
            return;
        }
        ulong space = data + (ulong)licence.Length + 1;
        int spaceLength = source.StringAt(space).Length;
        int export = run.Register.Add(Text, (int)(source.Names + symbol.Name), name.Length, number, licence.IsEmpty ? ExportKind.Plain : ExportKind.Gpl);
        run.Register.SetNamespace(export, Text, (int)space, spaceLength);
        // 64-bit PA-RISC's library functions have a type of their own.
        bool isLibraryFunction = symbol.Type == ProcessorType && source.Image is { Machine: ElfMachine.PaRisc, Class: ElfClass.Elf64 };
        run.Table[export].IsFunction = symbol.IsFunction || isLibraryFunction;
        ReadOnlySpan<byte> section = source.SectionName(target);
        if (rules.Init.MatchesAny(section))
            run.Report.ExportDiscarded(module, name.ToString(), "init");
        else if (rules.Exit.MatchesAny(section))
            run.Report.ExportDiscarded(module, name.ToString(), "exit");
    }
}
