namespace Oot.Kernel.Provenance;

/// <summary>Why a symbol is there, or is not, and what that follows from.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Verdict">Why.</param>
public sealed record SymbolExplanation(string Symbol, SymbolVerdict Verdict)
{
    /// <summary>What <c>Module.symvers</c> says; null when it does not have it, or there is none.</summary>
    public SymbolVersionsLine? Export { get; init; }

    /// <summary>The ways in which it could be there, the one with the fewest changes first.</summary>
    public IReadOnlyList<SymbolCandidate> Candidates { get; init; } = [];

    /// <summary>Other versions that export it.</summary>
    public IReadOnlyList<ElsewhereExported> Elsewhere { get; init; } = [];

    /// <summary>The versions that were asked in vain, the oldest first; empty when it was found.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Whether there is no <c>Module.symvers</c>, so that this is what a build would have and not what one has.</summary>
    public bool IsForetold { get; init; }

    /// <summary>Names that may have been meant, each with what it is in.</summary>
    public IReadOnlyList<(string Name, string Module)> Nearest { get; init; } = [];

    /// <summary>Where the sources define it, as <c>FILE:LINE</c>; null when that is not known.</summary>
    public string? Definition { get; init; }
}
