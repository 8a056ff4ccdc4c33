namespace Oot.Kernel.Proving;

/// <summary>Something that a kernel did otherwise than predicted.</summary>
/// <param name="What"><c>result</c>, <c>log</c> or <c>taint</c>.</param>
/// <param name="Predicted">What was predicted.</param>
/// <param name="Real">What the kernel did.</param>
public sealed record ProofDifference(string What, string Predicted, string Real);
