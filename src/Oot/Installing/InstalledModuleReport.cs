namespace Oot.Installing;

/// <summary>A module of <c>oot install</c>.</summary>
/// <param name="Replaces">Files that gave way and are kept.</param>
/// <param name="Beats">Files that stay and are not used any more.</param>
internal sealed record InstalledModuleReport(string Source, string Module, string Path, IReadOnlyList<string> Replaces, IReadOnlyList<string> Beats, string? ShadowedBy);
