namespace Oot.Explaining;

/// <summary>What <c>oot explain --json</c> prints.</summary>
/// <param name="Kernel">The kernel's release; null when only a configuration or sources were named.</param>
/// <param name="Sources">The version of the sources that the answers are from.</param>
/// <param name="Fragments">Every smallest set of lines that brings them; null when it was not looked for.</param>
/// <param name="Impossible">Why nothing brings them.</param>
internal sealed record ExplainReport(string? Kernel, string Sources, List<ExplainedSymbolReport> Symbols, List<FragmentReport>? Fragments, List<string>? Impossible);
