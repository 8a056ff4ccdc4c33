namespace Oot.Kernel.Provenance;

/// <summary>That another version of the kernel exports a symbol.</summary>
/// <param name="Version">Which.</param>
/// <param name="File">The source that does.</param>
/// <param name="Module">The module that it is in; empty for the kernel itself.</param>
public sealed record ElsewhereExported(string Version, string File, string Module);
