using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>A module as one kernel sees it, before its symbols are looked up.</summary>
/// <param name="Facts">What it is.</param>
/// <param name="ObjectProblem">What this kernel finds wrong with the object itself.</param>
/// <param name="Signature">What this kernel's keys say of its signature.</param>
public sealed record InspectedModule(ModuleFacts Facts, LoadProblem? ObjectProblem, SignatureState Signature)
{
    /// <summary>What is wrong with its type information for this kernel, in the kernel's words where they are known, else empty; null when nothing is.</summary>
    public string? TypeFault { get; init; }
}
