using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Goes over an object's symbols: what it needs, what it exports in the way of kernels up to 6.4, its init and exit, its device tables.</summary>
internal sealed class SymbolScan(ModpostRun run, ModuleRecord module, int number, ModuleObject source)
{
    private const int SparcRegister = 13;
    private readonly bool hasExportSymbols = !run.Has(ModpostTrait.ExportSection);
    private readonly DeviceTables.DeviceTableReader tables = new(run, module, source);
    private readonly ElfMachine machine = source.Image.Machine;
    private int text = -1;

    // Names are pieces of the mapping, so it is a text of the table.
    private int Text => text >= 0 ? text : text = run.Table.AddText(source.Image.Bytes, 0);

    public void Run()
    {
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            ByteName name = source.ShortName(symbol);
            Read(i, symbol, name);
            tables.Read(i, symbol, name);
        }
        if (!hasExportSymbols)
            return;
        for (ulong i = 0; i < source.SymbolCount; i++)
            ReadAttributes(i, source.Symbol(i));
        if (!run.Has(ModpostTrait.ErrorsKeepFiles))
            FindStatic();
    }

    private void Read(ulong index, ElfSymbol symbol, ByteName name)
    {
        switch (symbol.Section)
        {
            case ElfSymbol.Common:
                if (!name.Span.StartsWith("__gnu_lto_"u8))
                    run.Report.Common(module, name.ToString());
                break;
            case ElfSymbol.Undefined:
                ReadNeed(symbol, name);
                break;
            default:
                if (hasExportSymbols && name.Span.StartsWith("__ksymtab_"u8))
                    ReadExport(index, symbol, name);
                module.HasInit |= name.Span.SequenceEqual("init_module"u8);
                module.HasCleanup |= name.Span.SequenceEqual("cleanup_module"u8);
                break;
        }
    }

    private void ReadNeed(ElfSymbol symbol, ByteName name)
    {
        if (!symbol.IsGlobal || IgnoredSymbols.Has(name.Span, machine, run.Traits))
            return;
        if (machine is ElfMachine.Sparc or ElfMachine.Sparc64)
        {
            if (symbol.Type == SparcRegister)
                return;
            if (name.Length > 0 && name.Span[0] == '.')
                name = new ByteName(Munged(name.ToString()));
        }
        module.Unresolved.Add(new UnresolvedSymbol(name, symbol.IsWeak));
    }

    // SPARC's .div and others are named _Div where they are defined.
    private static string Munged(string name) => name.Length > 1 ? "_" + CText.ToUpper(name[1..2]) + name[2..] : "_";

    private void ReadExport(ulong index, ElfSymbol symbol, ByteName name)
    {
        ReadOnlySpan<byte> section = source.SectionName(source.SectionOf(index, symbol));
        ExportKind kind = section switch
        {
            _ when section.StartsWith("___ksymtab+"u8) => ExportKind.Plain,
            _ when section.StartsWith("___ksymtab_gpl+"u8) => ExportKind.Gpl,
            _ when section.StartsWith("___ksymtab_unused+"u8) => ExportKind.Unused,
            _ when section.StartsWith("___ksymtab_unused_gpl+"u8) => ExportKind.UnusedGpl,
            _ when section.StartsWith("___ksymtab_gpl_future+"u8) => ExportKind.GplFuture,
            _ => ExportKind.Unknown,
        };
        if (kind > ExportKind.Gpl && run.Has(ModpostTrait.ErrorsKeepFiles))
            return;
        const int Prefix = 10;
        int start = (int)(source.Names + symbol.Name) + Prefix;
        run.Register.Add(Text, start, name.Length - Prefix, number, kind);
    }

    // Namespaces and, up to 5.18, CRCs are symbols of their own.
    private void ReadAttributes(ulong index, ElfSymbol symbol)
    {
        ByteName name = source.ShortName(symbol);
        if (name.Span.StartsWith("__kstrtabns_"u8))
            ReadNamespace(index, symbol, name.From("__kstrtabns_".Length));
        else if (!run.Has(ModpostTrait.CrcsFromCommands) && name.Span.StartsWith("__crc_"u8))
            ReadCrc(index, symbol, name.From("__crc_".Length));
    }

    private void ReadNamespace(ulong index, ElfSymbol symbol, ByteName name)
    {
        ulong at = source.DataOf(index, symbol);
        int length = source.StringAt(at).Length;
        int export = run.Table.Find(name.Span);
        if (export >= 0)
            (run.Table[export].NamespaceText, run.Table[export].NamespaceStart, run.Table[export].NamespaceLength) = (Text, (int)at, length);
        else
            run.Report.NamespaceWithoutSymbol(name.ToString(), length == 0 && !run.Has(ModpostTrait.ErrorsKeepFiles) ? "(null)" : source.StringAt(at).ToString());
    }

    private void ReadCrc(ulong index, ElfSymbol symbol, ByteName name)
    {
        if (symbol.Section == ElfSymbol.Undefined)
        {
            run.Report.VersionFailed(module, name.ToString());
            return;
        }
        uint crc = symbol.Section == ElfSymbol.Absolute ? (uint)symbol.Value : source.Image.U32(source.DataOf(index, symbol));
        int export = run.Table.Find(name.Span);
        if (export >= 0)
            (run.Table[export].Crc, run.Table[export].HasCrc) = (crc, true);
    }

    private void FindStatic()
    {
        for (ulong i = 0; i < source.SymbolCount; i++)
        {
            ElfSymbol symbol = source.Symbol(i);
            if (symbol.IsGlobal && run.Table.Find(source.ShortName(symbol).Span) is >= 0 and int export)
                run.Table[export].IsStatic = false;
        }
    }
}
