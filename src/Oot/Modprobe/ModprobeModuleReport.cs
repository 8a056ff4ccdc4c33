namespace Oot.Modprobe;

/// <summary>A module, and what would be done to load it.</summary>
/// <param name="Blacklisted">modprobe would pass over it.</param>
internal sealed record ModprobeModuleReport(string Name, string? Alias, bool Blacklisted, IReadOnlyList<LoadStepReport> Steps);
