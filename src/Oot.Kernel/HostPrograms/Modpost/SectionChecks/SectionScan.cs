using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>
/// Goes over an object's sections and references: what refers to something that is thrown away earlier, what is exported (from 6.5 on), what looks like a forgotten flag
/// (kernel scripts/mod/modpost.c, check_sec_ref).
/// </summary>
internal sealed class SectionScan
{
    private readonly ModpostRun run;
    private readonly ModuleRecord module;
    private readonly ModuleObject source;
    private readonly SectionRules rules;
    private readonly IMismatchCheck check;
    private readonly ExportEntries exports;
    private readonly ElfMachine machine;
    private readonly bool isYoung;

    public SectionScan(ModpostRun run, ModuleRecord module, int number, ModuleObject source)
    {
        (this.run, this.module, this.source) = (run, module, source);
        rules = SectionRules.Of(run.Traits);
        machine = source.Image.Machine;
        isYoung = run.Has(ModpostTrait.MismatchOffsets);
        var sorted = new Lazy<SortedSymbols>(() => new SortedSymbols(source));
        check = isYoung ? new MismatchCheck(run, module, source, rules, sorted) : new OldMismatchCheck(run, module, source, rules);
        exports = new ExportEntries(run, module, number, source, rules, sorted);
    }

    public void Run()
    {
        for (uint i = 0; i < source.SectionCount; i++)
        {
            ElfSectionHeader section = source.Image.Section(i);
            if (section.Type == ElfSectionHeader.ProgramBits && !section.IsAllocated && !rules.Unchecked.MatchesAny(source.SectionName(i)))
                run.Report.NotAllocated(module, source.SectionName(i));
            if (section.Type is ElfSectionHeader.Relocations or ElfSectionHeader.RelocationsWithAddends)
                Scan(i, section);
        }
    }

    private void Scan(uint index, ElfSectionHeader section)
    {
        ReadOnlySpan<byte> name = FromName(index, section);
        if (rules.Unchecked.MatchesAny(name))
            return;
        var relocations = new RelocationReader(source.Image, section);
        bool hasNoAddends = section.Type == ElfSectionHeader.Relocations;
        if (isYoung && hasNoAddends && relocations.Count > 0 && machine is not (ElfMachine.I386 or ElfMachine.Arm or ElfMachine.Mips))
            throw run.Report.Fatal("Please add code to calculate addend for this architecture\n");
        bool areExports = isYoung && run.Options.HasModules && source.ExportSection == section.Info;
        SectionRule[] applicable = rules.RulesFor(name);
        if (!areExports && applicable.Length == 0)
            return;
        var verdicts = new RuleVerdicts(source, applicable);
        for (ulong i = 0; i < relocations.Count; i++)
        {
            if (!areExports)
                check.See(i, relocations, name);
            Relocation relocation = relocations[i];
            // Relocations without addends are not asked: these architectures have none.
            if (!hasNoAddends && RelocationReader.IsNoReference(machine, relocation.Type, name))
                continue;
            ElfSymbol symbol = source.Symbol(relocation.Symbol);
            uint target = symbol.HasSpecialSection && !isYoung ? 0 : source.SectionOf(relocation.Symbol, symbol);
            if (areExports)
                exports.Read(relocation, symbol, target);
            else if (!(symbol.HasSpecialSection && !isYoung) && verdicts.RuleAgainst(target) is SectionRule rule)
                Report(new Reference(section.Info, relocation, symbol, target, rule), name, hasNoAddends);
        }
    }

    // Up to 5.18 the section is known by the name of its relocations.
    private ReadOnlySpan<byte> FromName(uint index, ElfSectionHeader section)
    {
        if (run.Has(ModpostTrait.ShortMismatches))
            return source.SectionName(section.Info);
        return source.SectionNameFrom(index, section.Type == ElfSectionHeader.Relocations ? ".rel".Length : ".rela".Length);
    }

    private void Report(Reference reference, ReadOnlySpan<byte> fromSection, bool hasNoAddends)
    {
        Relocation relocation = reference.Relocation;
        if (hasNoAddends)
        {
            var places = new PlaceAddends(source.Image);
            ulong at = source.Image.Section(reference.FromSection).Offset + relocation.Offset;
            ulong? addend = isYoung
                ? places.Address(machine, at, relocation.Type, reference.Symbol.Value)
                : places.Addend(machine, at, relocation.Type, reference.Symbol.Value);
            if (addend is null)
                return;
            relocation = relocation with { Addend = addend.Value };
        }
        else if (isYoung)
        {
            ulong mask = source.Image.Class == ElfClass.Elf64 ? ulong.MaxValue : uint.MaxValue;
            relocation = relocation with { Addend = (reference.Symbol.Value + relocation.Addend) & mask };
        }
        check.Check(reference with { Relocation = relocation }, fromSection);
    }
}
