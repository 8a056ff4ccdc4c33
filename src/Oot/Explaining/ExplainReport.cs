namespace Oot.Explaining;

/// <summary>What <c>oot explain --json</c> prints.</summary>
/// <param name="Kernel">The kernel's release; null when only a configuration or sources were named.</param>
/// <param name="Sources">The version of the sources that the answers are from.</param>
internal sealed record ExplainReport(string? Kernel, string Sources, List<ExplainedSymbolReport> Symbols);
