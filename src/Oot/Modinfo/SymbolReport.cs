namespace Oot.Modinfo;

/// <summary>A symbol that is needed or offered.</summary>
internal sealed record SymbolReport(string Name, string? Crc, bool? Weak, bool? Gpl, string? Namespace);
