namespace Oot.Kconfig.Solving;

/// <summary>What has to be added to a configuration.</summary>
/// <param name="Fragments">The smallest sets of lines, the one that enables least first, as many as were asked for; empty where nothing helps (<see cref="ConfigSolver.Prove"/> says why), or nothing is to do.</param>
/// <param name="Count">How many smallest sets were found.</param>
/// <param name="IsMet">Whether the configuration has everything already.</param>
/// <param name="IsComplete">Whether <paramref name="Count"/> is how many there are.</param>
public sealed record ConfigAnswer(IReadOnlyList<ConfigFragment> Fragments, int Count, bool IsMet, bool IsComplete);
