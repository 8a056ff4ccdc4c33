using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>What something is linked into, and when.</summary>
/// <param name="Module">The module's path in the tree without suffix, as <c>Module.symvers</c> has it; empty for the kernel itself.</param>
/// <param name="When">When, as the tree's makefiles have it.</param>
public readonly record struct Placement(string Module, Condition When);
