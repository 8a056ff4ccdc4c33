using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Judges a reference that breaks a rule, and reports it, in the way of kernels from 6.5 on.</summary>
internal sealed class MismatchCheck(ModpostRun run, ModuleRecord module, ModuleObject source, SectionRules rules, Lazy<SortedSymbols> symbols) : IMismatchCheck
{
    private const ulong Near = 20;

    private readonly AllowedReferences allowed = new(run, rules);

    public void See(ulong index, RelocationReader relocations, ReadOnlySpan<byte> fromSection)
    {
    }

    public void Check(Reference reference, ReadOnlySpan<byte> fromSection)
    {
        SortedSymbols sorted = symbols.Value;
        ReadOnlySpan<byte> toSection = source.SectionName(reference.ToSection);
        ulong offset = reference.Relocation.Offset, address = reference.Relocation.Addend;
        ElfSymbol? from = sorted.FindBefore(offset, reference.FromSection) is uint before ? source.Symbol(before) : null;
        (ElfSymbol to, uint section) = (reference.Symbol, reference.ToSection);
        if (!SortedSymbols.IsNamed(source.SymbolName(to).Span) && sorted.FindNear(address, section, Near) is uint near)
            (to, section) = (source.Symbol(near), source.SectionOf(near, source.Symbol(near)));
        ReadOnlySpan<byte> fromName = from is ElfSymbol known ? source.SymbolName(known).Span : [], toName = source.SymbolName(to).Span;
        if (allowed.Has(reference.Rule, fromSection, fromName, toSection, toName))
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
