using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>One of the places that a symbol comes from.</summary>
/// <param name="File">The source that exports it, relative to the tree.</param>
/// <param name="Line">The line, from 1 on.</param>
/// <param name="IsGpl">For GPL-compatible modules only.</param>
/// <param name="Namespace">Its namespace; empty for none; <c>module:A,B</c> for the modules A and B alone.</param>
/// <param name="When">What the preprocessor asks.</param>
/// <param name="Placements">What the source is linked into, and when; empty when the tree's makefiles do not tell.</param>
public sealed record SymbolOrigin(string File, int Line, bool IsGpl, string Namespace, Condition When, IReadOnlyList<Placement> Placements);
