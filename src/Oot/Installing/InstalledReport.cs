namespace Oot.Installing;

/// <summary>A file of <c>oot installed</c>.</summary>
/// <param name="State"><c>present</c>, <c>changed</c>, <c>missing</c>.</param>
/// <param name="Loads">What the kernel would do with the module now; null where that was not asked or is no module.</param>
/// <param name="Loaded">Whether it is loaded now; null where that kernel does not run.</param>
internal sealed record InstalledReport(string Kernel, string Module, string Kind, string Path, string State, string? Loads, bool? Loaded, string? Original);
