namespace Oot.Kernel.Provenance;

/// <summary>Where each exported symbol of a kernel's sources comes from.</summary>
/// <param name="Version">The version of the sources, as its Makefile has it: <c>6.12.95</c>.</param>
/// <param name="Architectures">The directories below <c>arch/</c>.</param>
/// <param name="Symbols">The origins of each symbol.</param>
/// <param name="Unresolved">Exports whose symbol cannot be told.</param>
internal sealed record ProvenanceMap(string Version, IReadOnlyList<string> Architectures, SortedDictionary<string, List<SymbolOrigin>> Symbols, IReadOnlyList<string> Unresolved);
