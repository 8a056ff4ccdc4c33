using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>One way in which a symbol could be there: an origin, and what would have to be.</summary>
/// <param name="Origin">The export; what it is linked into here comes first.</param>
/// <param name="Goal">When it is compiled and linked, whatever into.</param>
/// <param name="IsBuilt">Whether that is so now; null when nobody can tell.</param>
/// <param name="Needs">The options that would have to change, as few as possible; empty when it is built.</param>
/// <param name="Others">What else the way asks that no configuration tells, as the sources have it.</param>
public sealed record SymbolCandidate(SymbolOrigin Origin, Condition Goal, bool? IsBuilt, IReadOnlyList<OptionNeed> Needs, IReadOnlyList<string> Others)
{
    /// <summary>The module that it is in, or would be: that of the first placement; empty for the kernel itself.</summary>
    public string Module => Origin.Placements.Count == 0 ? "" : Origin.Placements[0].Module;
}
