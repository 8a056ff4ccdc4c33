namespace Oot.Explaining;

/// <summary>One symbol in what <c>oot explain --json</c> prints.</summary>
internal sealed record ExplainedSymbolReport(
    string Symbol, string Verdict, string Summary, List<string> Details, ExportReport? Export, List<OriginReport> Origins, List<ElsewhereReport> Elsewhere, List<NearNameReport> Nearest, string? Definition);
