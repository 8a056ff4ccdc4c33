namespace Oot.Kconfig.Solving;

/// <summary>What has to be added to a configuration.</summary>
/// <param name="Fragments">The smallest sets of lines, the one that enables least first, as many as were asked for; empty where there is none, or nothing to do.</param>
/// <param name="Count">How many smallest sets were found.</param>
/// <param name="IsMet">Whether the configuration has everything already.</param>
/// <param name="Reasons">Where nothing helps: the conditions that exclude one another, in words.</param>
/// <param name="IsComplete">Whether <paramref name="Count"/> is how many there are.</param>
public sealed record ConfigAnswer(IReadOnlyList<ConfigFragment> Fragments, int Count, bool IsMet, IReadOnlyList<string> Reasons, bool IsComplete)
{
    /// <summary>Whether no fewer conditions than <see cref="Reasons"/> exclude one another; else only that none of them can be left out is known.</summary>
    public bool IsSmallestProof { get; init; }
}
