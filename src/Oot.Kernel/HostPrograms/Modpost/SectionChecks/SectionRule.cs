namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>What sections must not refer to. Names are <see cref="NamePattern"/>s.</summary>
/// <param name="From">The sections that the rule is for.</param>
/// <param name="Bad">Sections that they must not refer to.</param>
/// <param name="Good">When not empty: the only sections that they may refer to.</param>
/// <param name="Names">5.10: symbols in data that may nevertheless.</param>
internal sealed record SectionRule(MismatchKind Kind, string[] From, string[] Bad, string[] Good, string[] Names)
{
    public bool Forbids(ReadOnlySpan<byte> section) => Bad.MatchesAny(section) || (Good.Length > 0 && !Good.MatchesAny(section));
}
