namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// A grammar as the automaton that reads it. The numbers are written by <c>tests/Oot.Genksyms.Tests/Tables</c> from the
/// grammar files beside them; a test compares them.
/// </summary>
internal readonly ref struct ParserTables
{
    /// <summary>The state that accepts.</summary>
    internal required int Final { get; init; }

    /// <summary>For each state: below 0, the rule that it applies without looking at a token; else where its actions begin.</summary>
    internal required ReadOnlySpan<short> Rows { get; init; }

    /// <summary>By row and token: above 0 the state to go to, below 0 the rule to apply, 0 an error.</summary>
    internal required ReadOnlySpan<short> Actions { get; init; }

    /// <summary>For each state: where its row of <see cref="Gotos"/> begins.</summary>
    internal required ReadOnlySpan<short> GotoRows { get; init; }

    /// <summary>By row and left side: the state to go to once a rule has been read.</summary>
    internal required ReadOnlySpan<short> Gotos { get; init; }

    /// <summary>For each rule: its left side, counted from 0.</summary>
    internal required ReadOnlySpan<byte> Lefts { get; init; }

    /// <summary>For each rule: how many symbols it has.</summary>
    internal required ReadOnlySpan<byte> Lengths { get; init; }

    /// <summary>For each rule: a <see cref="Reduction"/>.</summary>
    internal required ReadOnlySpan<byte> Reductions { get; init; }

    /// <summary>For each rule: a <see cref="TypeHint"/>.</summary>
    internal required ReadOnlySpan<byte> Hints { get; init; }
}
