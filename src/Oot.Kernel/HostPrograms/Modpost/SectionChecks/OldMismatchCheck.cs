using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Judges a reference that breaks a rule, and reports it, in the way of kernels up to 6.4; up to 5.18 with many words.</summary>
internal sealed class OldMismatchCheck(ModpostRun run, ModuleRecord module, ModuleObject source, SectionRules rules) : IMismatchCheck
{
    private readonly AllowedReferences allowed = new(run, rules);
    private readonly ScannedSymbols symbols = new(source);
    private readonly bool isShort = run.Has(ModpostTrait.ShortMismatches);
    private ulong entrySize;

    private string File => module.Name + ".o";

    // Only up to 5.18 it matters how large an entry of the exception table is; where its second one begins tells.
    public void See(ulong index, RelocationReader relocations, ReadOnlySpan<byte> fromSection)
    {
        if (!isShort && index == 1 && entrySize == 0 && fromSection.SequenceEqual("__ex_table"u8))
            entrySize = (uint)(relocations[1].Offset * 2);
    }

    public void Check(Reference reference, ReadOnlySpan<byte> fromSection)
    {
        ReadOnlySpan<byte> toSection = source.SectionName(reference.ToSection);
        SymbolName from = Name(symbols.FindBefore(reference.Relocation.Offset, fromSection));
        if (!isShort && from.Text.StartsWith("reference___initcall", StringComparison.Ordinal) && reference.Rule.Kind != MismatchKind.ExceptionTableToData)
            return;
        SymbolName to = Name(symbols.FindTarget((int)reference.Relocation.Addend, reference.Relocation.Symbol, reference.Symbol));
        if (reference.Rule.Kind == MismatchKind.ExceptionTableToData)
        {
            CheckExceptionTable(reference, fromSection, from, toSection, to);
            return;
        }
        if (allowed.Has(reference.Rule, fromSection, from.Bytes, toSection, to.Bytes))
            return;
        run.Mismatches++;
        if (!isShort)
            run.Report.LongMismatch(File, reference.Rule, reference.Relocation.Offset, fromSection, from, toSection, to);
        else if (reference.Rule.Kind == MismatchKind.ExportToDiscarded)
            run.Report.ExportDiscarded(File, to, toSection);
        else
            run.Report.ShortMismatch(File, fromSection, from, toSection, to);
    }

    private SymbolName Name(ulong? index) =>
        index is ulong known ? new SymbolName(source.SymbolName(source.Symbol(known)).ToString(), source.Symbol(known).IsFunction) : new SymbolName("(unknown)", null);

    private void CheckExceptionTable(Reference reference, ReadOnlySpan<byte> fromSection, SymbolName from, ReadOnlySpan<byte> toSection, SymbolName to)
    {
        run.Mismatches++;
        ulong offset = reference.Relocation.Offset;
        run.Report.ExceptionTableMismatch(File, fromSection, offset, from, toSection, to);
        if (reference.Rule.Bad.MatchesAny(toSection))
            throw run.Report.ExceptionTableBlackListed(fromSection, offset, toSection, File);
        if (reference.ToSection >= source.SectionCount)
            throw run.Report.Fatal("section_index is outside elf->num_sections!\n");
        if (source.Image.Section(reference.ToSection).IsExecutable)
        {
            run.Report.ExceptionTableUnknown(fromSection, offset, toSection);
            return;
        }
        if (isShort)
        {
            run.Report.ExceptionTableToData(fromSection, offset, toSection);
            return;
        }
        if (offset != 0 && entrySize == 0)
            throw run.Report.Fatal("extable_entry size hasn't been discovered!\n");
        throw run.Report.ExceptionTableNotExecutable(fromSection, offset, toSection, isFault: offset == 0 || offset % entrySize == 0);
    }
}
