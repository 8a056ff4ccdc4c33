namespace Oot.Explaining;

/// <summary>A place that exports a symbol, as JSON.</summary>
internal sealed record OriginReport(string File, int Line, bool GplOnly, string Namespace, List<string> Modules, bool? Built, List<NeedReport> Needs, List<string> OtherConditions);
