using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>A place in a source that exports a symbol.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="File">The source, relative to the tree.</param>
/// <param name="Line">The line, from 1 on.</param>
/// <param name="IsGpl">For GPL-compatible modules only.</param>
/// <param name="Namespace">Its namespace; empty for none, null for the one that the makefile gives.</param>
/// <param name="When">What the preprocessor asks before it.</param>
internal sealed record ExportSite(string Symbol, string File, int Line, bool IsGpl, string? Namespace, Condition When);
