using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>An object file that a directory's makefile lists.</summary>
/// <param name="Object">Its path without <c>.o</c>, relative to the tree.</param>
/// <param name="Module">The module that it is linked into, as a path without suffix; empty for the kernel itself.</param>
/// <param name="When">When, as far as this makefile goes.</param>
internal readonly record struct KbuildEntry(string Object, string Module, Condition When);
