namespace Oot.Kconfig.Solving;

/// <summary>Why options cannot have the values that are wanted.</summary>
/// <param name="Reasons">Conditions that exclude one another, in words, from what is wanted along what it depends on.</param>
/// <param name="IsSmallest">Whether no fewer conditions exclude one another; else only that none of these can be left out is known.</param>
public sealed record ConfigProof(IReadOnlyList<string> Reasons, bool IsSmallest);
