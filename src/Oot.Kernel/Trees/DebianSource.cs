namespace Oot.Kernel.Trees;

/// <summary>One suite of one archive: where, which, and by which key it is signed (null: apt's own trusted keys).</summary>
internal sealed record DebianSource(string Uri, string Suite, IReadOnlyList<string> Components, string? SignedBy);
