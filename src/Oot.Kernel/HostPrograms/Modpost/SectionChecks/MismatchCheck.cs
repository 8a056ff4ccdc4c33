using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Judges a reference that breaks a rule, and reports it, in the way of kernels from 6.5 on.</summary>
internal class MismatchCheck(ModpostRun run, ModuleRecord module, ModuleObject source, SectionRules rules, Lazy<SortedSymbols>? symbols)
{
    private const ulong Near = 20;

    protected AllowedReferences Allowed { get; } = new(run, rules);

    /// <summary>Only 5.10 wants to know how large an entry of the exception table is.</summary>
    public virtual void IsAtSecondEntry(ulong index, RelocationReader relocations, ReadOnlySpan<byte> fromSection)
    {
    }

    public virtual void Check(Reference reference, ReadOnlySpan<byte> fromSection)
    {
        SortedSymbols sorted = symbols!.Value;
        ReadOnlySpan<byte> toSection = source.SectionName(reference.ToSection);
        ulong offset = reference.Relocation.Offset, address = reference.Relocation.Addend;
        ElfSymbol? from = sorted.FindBefore(offset, reference.FromSection) is uint before ? source.Symbol(before) : null;
        (ElfSymbol to, uint section) = (reference.Symbol, reference.ToSection);
        if (!SortedSymbols.IsNamed(source.SymbolName(to).Span) && sorted.FindNear(address, section, Near) is uint near)
            (to, section) = (source.Symbol(near), source.SectionOf(near, source.Symbol(near)));
        ReadOnlySpan<byte> fromName = from is ElfSymbol known ? source.SymbolName(known).Span : [], toName = source.SymbolName(to).Span;
        if (Allowed.Has(reference.Rule, fromSection, fromName, toSection, toName))
            return;
        run.Mismatches++;
        uint distance = (uint)(offset - (fromName.IsEmpty ? 0 : from!.Value.Value));
        run.Report.Mismatch(module, fromName, distance, fromSection, toName, (uint)address, toSection);
        if (reference.Rule.Kind != MismatchKind.ExceptionTableToData)
            return;
        if (reference.Rule.Bad.MatchesAny(toSection))
            throw run.Report.ExceptionTableBlackListed(fromSection, offset, toSection, module.Name);
        if (section < source.SectionCount && source.Image.Section(section).IsExecutable)
            run.Report.ExceptionTableUnknown(fromSection, offset, toSection);
        else
            run.Report.ExceptionTableToData(fromSection, offset, toSection);
    }
}
