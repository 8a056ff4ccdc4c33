namespace Oot.Kconfig.Solving;

/// <summary>What has to be added to a configuration.</summary>
/// <param name="Fragments">Every smallest set of lines that was found, the one that enables least first; empty where there is none, or nothing to do.</param>
/// <param name="IsMet">Whether the configuration has everything already.</param>
/// <param name="Reasons">Where nothing helps: the conditions that exclude one another, in words.</param>
/// <param name="IsComplete">Whether <paramref name="Fragments"/> are all there are.</param>
public sealed record ConfigAnswer(IReadOnlyList<ConfigFragment> Fragments, bool IsMet, IReadOnlyList<string> Reasons, bool IsComplete);
