using System.Globalization;
using Oot.Kernel.Streamlining;

namespace Oot.Kernel.Provenance;

/// <summary>Explanations for people: one line that says it, and below it what that follows from and what to do.</summary>
/// <param name="version">The version of the sources that the answers are from.</param>
/// <param name="dropped">What localmodconfig switched off in the configuration; null where nothing says that it did.</param>
public sealed class ExplanationLines(string version, DroppedOptions? dropped = null)
{
    private const int MostCandidates = 3;

    /// <summary>The line that says why.</summary>
    public string Summary(SymbolExplanation explanation) => $"{explanation.Symbol}: {Reason(explanation)}";

    /// <summary>What follows below that line, without indentation.</summary>
    public IReadOnlyList<string> Details(SymbolExplanation explanation)
    {
        var lines = new List<string>();
        switch (explanation.Verdict)
        {
            case SymbolVerdict.Exported:
                AddUse(lines, explanation);
                break;
            case SymbolVerdict.Trimmed:
                lines.Add($"add a line `{explanation.Symbol}` to the file that CONFIG_UNUSED_KSYMS_WHITELIST names, and build the kernel anew");
                lines.Add("who cannot rebuild this kernel cannot get the symbol, as users of a distribution's kernel: no module and no option of modprobe brings an export back");
                break;
            case SymbolVerdict.NotInBuild:
                lines.Add("its options are on in this configuration, but this kernel's Module.symvers does not have it: the two are of different flavours or builds, or of sources that differ from " + version);
                lines.Add("if the configuration is another flavour's (Debian: linux-image-amd64 has modules that linux-image-cloud-amd64 lacks), build against that flavour's headers and boot it");
                break;
            case SymbolVerdict.NotExported:
                lines.Add($"defined in {explanation.Definition}, without any EXPORT_SYMBOL: only code that is linked into the kernel can use it");
                break;
        }
        foreach (SymbolCandidate candidate in explanation.Verdict == SymbolVerdict.OtherArchitectures ? explanation.Candidates.Take(MostCandidates) : explanation.Candidates.Take(explanation.Verdict == SymbolVerdict.OptionOff ? MostCandidates : 1))
            AddCandidate(lines, candidate, explanation);
        foreach (ElsewhereExported elsewhere in explanation.Elsewhere)
            lines.Add($"{elsewhere.Version}: {elsewhere.File}, in {Owner(elsewhere.Module)}");
        if (explanation.Nearest.Count > 0)
            lines.Add("near it: " + string.Join(", ", explanation.Nearest.Select(near => $"{near.Name} (in {Owner(near.Module)})")));
        return lines;
    }

    private string Reason(SymbolExplanation explanation) => explanation.Verdict switch
    {
        SymbolVerdict.Exported when explanation.Export is { } export =>
            $"exported by {(export.Owner == "vmlinux" ? "the kernel" : export.Owner)}{(export.IsGpl ? ", for GPL-compatible modules" : "")}{(export.Namespace.Length > 0 ? $", in the namespace {export.Namespace}" : "")}, CRC {export.Crc}: the problem is elsewhere",
        SymbolVerdict.Exported => $"its options are on: a full build of this configuration exports it, in {Owner(explanation.Candidates[0].Module)}",
        SymbolVerdict.Trimmed when explanation.IsForetold =>
            $"its options are on, in {Owner(explanation.Candidates[0].Module)}, but CONFIG_TRIM_UNUSED_KSYMS=y: exported only if another module of that build or the whitelist uses it",
        SymbolVerdict.Trimmed => "built, but its export was dropped (CONFIG_TRIM_UNUSED_KSYMS=y)",
        SymbolVerdict.OptionOff => OptionReason(explanation.Candidates[0]) + (Dropped(explanation.Candidates[0]).Any() ? "; localmodconfig switched it off" : ""),
        SymbolVerdict.NotInBuild => $"its options are on, but {Owner(explanation.Candidates[0].Module)} is not in this kernel's build",
        SymbolVerdict.OtherArchitectures => $"exported only on {Architectures(explanation)}",
        SymbolVerdict.OtherVersions => $"not exported by {version}, but by {string.Join(", ", explanation.Elsewhere.Select(elsewhere => elsewhere.Version))}",
        SymbolVerdict.NotExported => $"defined, but not exported to modules in any configuration{Former(explanation.Symbol)}",
        SymbolVerdict.Unknown => $"exported by {explanation.Candidates[0].Origin.File}, and the makefiles do not tell when that is built",
        _ => $"exported by none of the versions that oot knows ({string.Join(", ", explanation.Asked)}){Former(explanation.Symbol)}{(explanation.Nearest.Count > 0 ? $"; did you mean {string.Join(" or ", explanation.Nearest.Take(2).Select(near => near.Name))}?" : "")}",
    };

    private static string Former(string symbol) => FormerExports.LastVersionOf(symbol) is { } last ? $"; it was until {last}" : "";

    private static string OptionReason(SymbolCandidate candidate) =>
        candidate.Needs.Count > 0 ? $"needs {string.Join(" and ", candidate.Needs.Select(need => need.Text))}"
        : candidate.Others.Count > 0 ? $"compiled only where {string.Join(" and ", candidate.Others)}"
        : "not built in this configuration";

    private static void AddUse(List<string> lines, SymbolExplanation explanation)
    {
        if (explanation.Export is not { } export)
            return;
        if (export.IsGpl)
            lines.Add("a module without a GPL-compatible MODULE_LICENSE does not get it");
        if (export.Namespace.StartsWith(ExportForm.ForModules, StringComparison.Ordinal))
            lines.Add($"only these modules get it: {export.Namespace[ExportForm.ForModules.Length..]}");
        else if (export.Namespace.Length > 0)
            lines.Add($"a module needs MODULE_IMPORT_NS({export.Namespace}), from 6.13 on MODULE_IMPORT_NS(\"{export.Namespace}\")");
        lines.Add("if modpost does not find it, it was run with another kernel's Module.symvers, or with none");
        if (export.Owner != "vmlinux")
            lines.Add($"if it is unknown when a module is loaded: `modprobe {KbuildPaths.NameOf(export.Owner)}` first, or install with depmod");
    }

    private void AddCandidate(List<string> lines, SymbolCandidate candidate, SymbolExplanation explanation)
    {
        SymbolOrigin origin = candidate.Origin;
        string kind = (origin.IsGpl ? ", for GPL-compatible modules" : "") + (origin.Namespace.Length > 0 ? $", namespace {origin.Namespace}" : "");
        string place = origin.Placements.Count == 0 ? "" : $" in {Owner(candidate.Module)}";
        lines.Add($"{version}: {origin.File}:{origin.Line.ToString(CultureInfo.InvariantCulture)}{place}{kind}");
        if (explanation.Verdict != SymbolVerdict.OptionOff)
            return;
        // The first line has said what the first one needs, if it is only a word.
        if (candidate != explanation.Candidates[0] || candidate.Needs.Count > 1)
            foreach (OptionNeed need in candidate.Needs)
                lines.Add($"  {need.Text}");
        foreach (string other in candidate.Others)
            lines.Add($"  and where the sources say {other}");
        foreach (string option in Dropped(candidate))
            lines.Add($"  {option} was on before: {(dropped!.IsCertain ? "`oot config localmodconfig` switched it off" : "it went with many other modules, as localmodconfig does (.config.old)")}; `--keep-for` of `oot config localmodconfig` keeps what a module needs");
    }

    /// <summary>The options that are missing because localmodconfig took them.</summary>
    private IEnumerable<string> Dropped(SymbolCandidate candidate) => dropped is null ? [] : candidate.Needs.Select(need => need.Option).Where(dropped.Has);

    private static string Architectures(SymbolExplanation explanation) => string.Join(", ", explanation.Candidates
        .SelectMany(candidate => candidate.Goal.Cases).SelectMany(tests => tests).Where(test => test.Variable.Name == ConfigurationVariables.Architecture)
        .SelectMany(test => test.Variable.Values.Where((_, i) => (test.Mask & (1u << i)) != 0))
        .Concat(explanation.Candidates.Where(candidate => candidate.Origin.File.StartsWith("arch/", StringComparison.Ordinal)).Select(candidate => candidate.Origin.File.Split('/')[1]))
        .Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("other architectures"));

    private static string Owner(string module) => module.Length == 0 ? "the kernel" : "the module " + module;
}
