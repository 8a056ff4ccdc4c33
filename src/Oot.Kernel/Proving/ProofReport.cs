using Oot.Kernel.Booting;

namespace Oot.Kernel.Proving;

/// <summary>A boot in which predictions were tried.</summary>
/// <param name="Proofs">One for each verdict, in their order.</param>
/// <param name="Guest">All that happened.</param>
public sealed record ProofReport(IReadOnlyList<LoadProof> Proofs, GuestReport Guest);
