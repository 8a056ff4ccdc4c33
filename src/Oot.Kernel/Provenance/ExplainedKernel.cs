using Oot.Kernel.Trees;

namespace Oot.Kernel.Provenance;

/// <summary>What is known of the kernel that symbols are looked for in; anything may be missing.</summary>
/// <param name="Release">What it calls itself; empty when only its configuration is known.</param>
/// <param name="Architecture">The directory below <c>arch/</c>.</param>
/// <param name="Configuration">Its options.</param>
/// <param name="SymbolVersions">The text of its <c>Module.symvers</c>.</param>
public sealed record ExplainedKernel(string Release, string? Architecture, KernelConfiguration? Configuration, string? SymbolVersions);
