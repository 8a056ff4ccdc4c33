using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Streamlining;
using Oot.Kernel.Trees;

namespace Oot.Explaining;

/// <summary>Explanations as JSON has them; the kernel itself is called <c>vmlinux</c>.</summary>
internal static class ExplainReports
{
    internal static ExplainReport Of(KernelTree? tree, string version, SymbolExplanation[] explanations, FoundFragments? found, DroppedOptions? dropped)
    {
        var lines = new ExplanationLines(version, dropped);
        return new ExplainReport(tree is null ? null : U(tree.Release), version, [.. explanations.Select(explanation => Of(explanation, lines))],
            found is null ? null : [.. found.Answer.Fragments.Select(fragment => new FragmentReport([.. fragment.Lines.Select(line => U(line.ToString()))], [.. fragment.Enabled.Select(line => U(line.ToString()))]))],
            found is null ? null : [.. (found.Proof?.Reasons ?? []).Select(U)]);
    }

    private static ExplainedSymbolReport Of(SymbolExplanation explanation, ExplanationLines lines) => new(
        U(explanation.Symbol), VerdictOf(explanation.Verdict), U(lines.Summary(explanation)), [.. lines.Details(explanation).Select(U)],
        explanation.Export is { } export ? new ExportReport(U(export.Owner), export.IsGpl, U(export.Namespace), U(export.Crc)) : null,
        [.. explanation.Candidates.Select(Of)], [.. explanation.Elsewhere.Select(elsewhere => new ElsewhereReport(elsewhere.Version, U(elsewhere.File), Module(elsewhere.Module)))],
        [.. explanation.Nearest.Select(near => new NearNameReport(U(near.Name), Module(near.Module)))], explanation.Definition is null ? null : U(explanation.Definition));

    private static OriginReport Of(SymbolCandidate candidate) => new(
        U(candidate.Origin.File), candidate.Origin.Line, candidate.Origin.IsGpl, U(candidate.Origin.Namespace), [.. candidate.Origin.Placements.Select(placement => Module(placement.Module))],
        candidate.IsBuilt, [.. candidate.Needs.Select(need => new NeedReport(U(need.Option), [.. need.Values.Select(U)], need.Current is null ? null : U(need.Current)))], [.. candidate.Others.Select(U)]);

    private static string VerdictOf(SymbolVerdict verdict) => verdict switch
    {
        SymbolVerdict.Exported => "exported",
        SymbolVerdict.Trimmed => "trimmed",
        SymbolVerdict.OptionOff => "option off",
        SymbolVerdict.NotInBuild => "not in build",
        SymbolVerdict.OtherArchitectures => "other architectures",
        SymbolVerdict.OtherVersions => "other versions",
        SymbolVerdict.NotExported => "not exported",
        SymbolVerdict.Unknown => "unknown",
        _ => "nowhere",
    };

    private static string Module(string module) => module.Length == 0 ? "vmlinux" : U(module);

    private static string U(string text) => ByteText.ToUnicode(text);
}
