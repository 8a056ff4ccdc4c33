namespace Oot.Modprobe;

/// <summary>What a name leads to.</summary>
/// <param name="Error">Why it leads nowhere; null otherwise.</param>
internal sealed record ModprobeReport(string Asked, IReadOnlyList<ModprobeModuleReport> Modules, string? Error);
