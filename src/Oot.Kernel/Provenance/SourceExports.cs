namespace Oot.Kernel.Provenance;

/// <summary>What one source says about exports.</summary>
/// <param name="Sites">What it exports.</param>
/// <param name="Macros">The macros it defines that export.</param>
/// <param name="Includes">The sources and exporting headers that it includes.</param>
/// <param name="Unresolved">Exports whose symbol cannot be told without a compiler, as <c>FILE:LINE: TEXT</c>.</param>
internal sealed record SourceExports(List<ExportSite> Sites, List<ExportMacro> Macros, List<SourceInclude> Includes, List<string> Unresolved);
