namespace Oot.Modinfo;

/// <summary>A module as <c>oot modinfo --json</c> shows it.</summary>
internal sealed record ModinfoReport(
    string Name, string? Path, bool BuiltIn, string? Error, string? Compression, string? Architecture, VermagicReport? Vermagic, Dictionary<string, List<string>> Information,
    string? BuildId, bool Btf, string? Compiler, SignatureReport? Signature, List<SymbolReport> Imports, List<SymbolReport> Exports);
