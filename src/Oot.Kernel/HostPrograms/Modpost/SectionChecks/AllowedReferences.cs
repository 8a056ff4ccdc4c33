namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>References that break a rule and are nevertheless right, told by the names of sections and symbols (kernel scripts/mod/modpost.c, secref_whitelist).</summary>
internal sealed class AllowedReferences(ModpostRun run, SectionRules rules)
{
    private static readonly string[] LinkerSymbols = ["__init_begin", "_sinittext", "_einittext"], Copies = ["*.constprop.*"], Drivers = ["*driver"];

    public bool Has(SectionRule rule, ReadOnlySpan<byte> fromSection, ReadOnlySpan<byte> from, ReadOnlySpan<byte> toSection, ReadOnlySpan<byte> to)
    {
        if (SectionRules.IsData(fromSection) && HasFromData(rule, from, toSection))
            return true;
        bool isToInit = rules.Init.MatchesAny(toSection);
        // Early assembler code starts what is init; what a linker script defines has no memory; copies of a function for constant arguments take after their callers.
        if (isToInit && fromSection.StartsWith(".head.text"u8))
            return true;
        if (LinkerSymbols.MatchesAny(to))
            return true;
        if (isToInit && rules.AllText.MatchesAny(fromSection) && Copies.MatchesAny(from))
            return true;
        return rules.HasMemorySections && from.StartsWith(".L"u8);
    }

    private bool HasFromData(SectionRule rule, ReadOnlySpan<byte> from, ReadOnlySpan<byte> toSection)
    {
        // A parameter without a file in /sys is only looked at while the module starts.
        if (from.StartsWith("__param"u8) && rules.InitData.MatchesAny(toSection))
            return true;
        if (from.StartsWith("__param_ops_"u8) && toSection.SequenceEqual(".init.text"u8))
            return true;
        if (!rules.Init.MatchesAny(toSection) && !rules.Exit.MatchesAny(toSection))
            return false;
        if (rules.HasMemoryExit)
            return rule.Names.MatchesAny(from);
        if (Names().MatchesAny(from))
            return true;
        return rules.HasMemorySections && Drivers.MatchesAny(from) && IsForDriver(toSection);
    }

    private bool IsForDriver(ReadOnlySpan<byte> toSection) =>
        NamePattern.Matches(".meminit.*", toSection) || (!run.Options.WarnsMore && NamePattern.Matches(".exit.*", toSection));

    private string[] Names()
    {
        if (rules.HasMemorySections)
            return ["*_template", "*_timer", "*_sht", "*_ops", "*_probe", "*_probe_one", "*_console"];
        return
        [
            "*_ops", "*_console",
            .. run.Has(ModpostTrait.ProbeRefused) ? (string[])[] : ["*_probe"],
            .. run.Has(ModpostTrait.LlvmOpsAllowed) ? (string[])["*_ops.llvm.*"] : [],
        ];
    }
}
