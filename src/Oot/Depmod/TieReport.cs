namespace Oot.Depmod;

/// <summary>Two files of one module between which no rule decides.</summary>
internal sealed record TieReport(string Kept, string Ignored);
