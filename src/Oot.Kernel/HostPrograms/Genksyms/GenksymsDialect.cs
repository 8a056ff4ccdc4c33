namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What differs between the kernels' genksyms, each property by itself: stable and vendor kernels take changes over one by one.</summary>
/// <param name="HasLateGrammar">The unambiguous grammar of 6.14, with attributes in places of their own.</param>
/// <param name="HasStaticAssert"><c>_Static_assert</c> is a keyword (5.11).</param>
/// <param name="HasTypeofUnqual"><c>typeof_unqual</c> is a keyword (6.15).</param>
/// <param name="HasSegments"><c>__seg_gs</c> and <c>__seg_fs</c> are qualifiers (6.15).</param>
/// <param name="HasVectorInts"><c>int8x16_t</c> and its like are keywords (6.14).</param>
/// <param name="CountsReferences">Enum constants of the reference file count for the first enum of the source (up to 6.12).</param>
/// <param name="WritesLinkerScript">A version is an assignment of a linker script, not a <c>#SYMVER</c> line (up to 5.18).</param>
/// <param name="HasRelativeOption"><c>-R</c>, <c>--relative-crc</c> (up to 5.18).</param>
/// <param name="HasPrefixOption"><c>-s</c> takes a word, and is refused all the same (gone between 6.1 and 6.12).</param>
internal sealed record GenksymsDialect(
    bool HasLateGrammar,
    bool HasStaticAssert,
    bool HasTypeofUnqual,
    bool HasSegments,
    bool HasVectorInts,
    bool CountsReferences,
    bool WritesLinkerScript,
    bool HasRelativeOption,
    bool HasPrefixOption);
