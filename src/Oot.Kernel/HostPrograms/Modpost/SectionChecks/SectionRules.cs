using static Oot.Kernel.HostPrograms.Modpost.SectionChecks.MismatchKind;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>
/// modpost's tables of sections (kernel scripts/mod/modpost.c, sectioncheck and section_white_list). There are three generations: up to 5.18, up to 6.4 and from 6.5 on.
/// The first rule that forbids a reference counts.
/// </summary>
internal sealed class SectionRules
{
    private static readonly string[] Data = [".data", ".data.rel"], None = [];
    private static readonly string[] Fixups =
        [".pci_fixup_early", ".pci_fixup_header", ".pci_fixup_final", ".pci_fixup_enable", ".pci_fixup_resume", ".pci_fixup_resume_early", ".pci_fixup_suspend"];

    private readonly SectionRule[] rules;

    private SectionRules(ModpostTraits traits)
    {
        HasMemorySections = !traits.Has(ModpostTrait.MismatchOffsets);
        HasMemoryExit = !traits.Has(ModpostTrait.ShortMismatches);
        Init = HasMemorySections ? [".init.*", ".meminit.*"] : [".init.*"];
        Exit = HasMemoryExit ? [".exit.*", ".memexit.*"] : [".exit.*"];
        InitData = HasMemorySections ? [".init.setup", ".init.rodata", ".meminit.rodata", ".init.data", ".meminit.data"] : [".init.setup", ".init.rodata", ".init.data"];
        Text = HasMemoryExit
            ? [".text", ".text.unlikely", ".sched.text", ".kprobes.text", ".cpuidle.text", ".noinstr.text"]
            : [".text", ".text.*", ".sched.text", ".kprobes.text", ".cpuidle.text", ".noinstr.text", ".ltext", ".ltext.*"];
        AllText =
        [
            ".init.text", ".exit.text", .. HasMemorySections ? [".meminit.text"] : None, .. HasMemoryExit ? [".memexit.text"] : None, .. Text,
            ".ref.text", ".head.text", ".spinlock.text", ".fixup", ".entry.text", ".exception.text", ".coldtext",
            .. HasMemoryExit ? (string[])[".text.*"] : [".softirqentry.text", ".irqentry.text"],
        ];
        Unchecked = UncheckedSections(traits);
        rules = HasMemorySections ? OldRules() : NewRules();
    }

    public bool HasMemorySections { get; }

    public bool HasMemoryExit { get; }

    public string[] Init { get; }

    public string[] Exit { get; }

    public string[] InitData { get; }

    public string[] Text { get; }

    /// <summary>Where the exception table may point.</summary>
    public string[] AllText { get; }

    /// <summary>Sections that nothing is asked of.</summary>
    public string[] Unchecked { get; }

    public static bool IsData(ReadOnlySpan<byte> section) => Data.MatchesAny(section);

    public static SectionRules Of(ModpostTraits traits) => new(traits);

    /// <summary>The rules for what a section refers to, in order.</summary>
    public SectionRule[] RulesFor(ReadOnlySpan<byte> section)
    {
        var found = new List<SectionRule>();
        foreach (SectionRule rule in rules)
        {
            if (rule.From.MatchesAny(section))
                found.Add(rule);
        }
        return [.. found];
    }

    private static string[] UncheckedSections(ModpostTraits traits) =>
    [
        ".comment*", ".debug*", ".zdebug*", ".GCC.command.line", ".mdebug*", ".pdr", ".stab*", ".note*", ".got*", ".toc*", ".xt.prop", ".xt.lit", ".arcextmap*",
        ".gnu.linkonce.arcext*", ".cmem*", ".fmt_slot*", ".gnu.lto*", ".discard.*",
        .. traits.Has(ModpostTrait.LooksAtCranges) ? None : [".cranges"],
        .. traits.Has(ModpostTrait.IgnoresCallGraph) ? [".llvm.call-graph-profile"] : None,
        .. traits.Has(ModpostTrait.IgnoresCoverage) ? ["__llvm_covfun", "__llvm_covmap"] : None,
        .. traits.Has(ModpostTrait.IgnoresPatchSymbols) ? [".klp.symid"] : None,
    ];

    private SectionRule[] NewRules() =>
    [
        new(TextToInit, [.. Text, .. Data], [.. Init, .. Exit], None, None),
        new(InitToExit, Init, Exit, None, None),
        new(ExitToInit, Exit, Init, None, None),
        new(InitToExit, Fixups, Init, None, None),
        new(ExceptionTableToData, ["__ex_table"], [".altinstr_replacement"], AllText, None),
    ];

    private SectionRule[] OldRules()
    {
        string[] plain = ["*_template", "*_timer", "*_sht", "*_ops", "*_probe", "*_probe_one", "*_console"], all = ["*driver", .. plain];
        string[] init = [".init.*"], memoryInit = [".meminit.*"], memoryExit = [".memexit.*"], exit = [".exit.*"];
        return
        [
            new(TextToInit, Text, Init, None, all),
            new(DataToInit, Data, memoryInit, None, all),
            new(DataToInit, Data, init, None, plain),
            new(TextToExit, Text, Exit, None, all),
            new(DataToExit, Data, Exit, None, all),
            new(MemoryInitToInit, memoryInit, init, None, all),
            .. HasMemoryExit ? (SectionRule[])[new(MemoryExitToExit, memoryExit, exit, None, all)] : [],
            new(InitToExit, Init, Exit, None, all),
            new(ExitToInit, Exit, Init, None, all),
            new(InitToExit, Fixups, init, None, None),
            new(ExportToDiscarded, ["___ksymtab*"], [.. init, .. exit], None, all),
            new(ExceptionTableToData, ["__ex_table"], [".altinstr_replacement"], AllText, None),
        ];
    }
}
