namespace Oot.Deploy.Installing;

/// <summary>A module, and what becomes of it.</summary>
/// <param name="Source">Its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it goes, in the system it is for.</param>
/// <param name="Replaces">Files that give way, on this system: of the same module in the same directory.</param>
/// <param name="Beats">Files that stay and are not used any more.</param>
/// <param name="ShadowedBy">The file that is used instead; null where this one is.</param>
public sealed record PlannedModule(string Source, string Name, string Path, IReadOnlyList<string> Replaces, IReadOnlyList<string> Beats, string? ShadowedBy, string? Vermagic);
