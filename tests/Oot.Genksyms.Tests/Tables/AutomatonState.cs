namespace Oot.Genksyms.Tests.Tables;

/// <summary>A state of the automaton: the rules being read with their positions, where each symbol leads, and after which tokens a finished rule applies.</summary>
/// <param name="Kernel">Rule number and position, in ascending order.</param>
internal sealed record AutomatonState(int Number, IReadOnlyList<(int Rule, int Position)> Kernel)
{
    /// <summary>Symbol → state.</summary>
    internal SortedDictionary<int, int> Next { get; } = [];

    /// <summary>Finished rule → tokens that may follow.</summary>
    internal SortedDictionary<int, SortedSet<int>> Finished { get; } = [];

    /// <summary>For each item of <see cref="Kernel"/>: what may follow its rule.</summary>
    internal SortedSet<int>[] Follow { get; } = [.. Kernel.Select(_ => new SortedSet<int>())];
}
