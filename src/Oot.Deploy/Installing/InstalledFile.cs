namespace Oot.Deploy.Installing;

/// <summary>A file that oot put into a system.</summary>
/// <param name="Path">Where it is in that system.</param>
/// <param name="Sha256">Its content when it was written, in hexadecimal.</param>
/// <param name="Module">The module that it belongs to.</param>
/// <param name="Kind"><c>module</c>, <c>autoload</c> or <c>options</c>.</param>
/// <param name="Original">Where the file is kept that it replaced; null where there was none.</param>
/// <param name="OriginalPath">Where that one was.</param>
/// <param name="Vermagic">The module's vermagic.</param>
/// <param name="Source">Where the module came from.</param>
public sealed record InstalledFile(string Path, string Sha256, string Module, string Kind, string? Original = null, string? OriginalPath = null, string? Vermagic = null, string? Source = null);
