namespace Oot.Kernel.Provenance;

/// <summary>
/// The index file of a map. All numbers are unsigned, 32 bits, little-endian; a "list of lists" is n+1 places in the words that follow it, so that list i lies between places i and i+1:
/// <code>
/// magic 8 | number of sections | size in words of each section | the sections
///   0 strings       places of n texts | (then, in bytes, all texts one after another)
///   1 text bytes    the texts, padded with zeroes to whole words; the first text is the version of the sources
///   2 values        names of the architectures, as strings
///   3 variables     name, kind: 0 an option, 1 a question, 2 the architecture
///   4 conditions    list of lists: number of cases, then for each case: number of tests, then for each test: variable, mask
///   5 placements    list of lists: for each placement: module (a string), condition
///   6 symbols       name (a string), first origin; sorted by name; one more entry ends the last one's origins
///   7 origins       file (a string), line, 1 for GPL, namespace (a string), condition, placements
/// </code>
/// </summary>
internal static class IndexFormat
{
    public const int Strings = 0, Text = 1, Architectures = 2, Variables = 3, Conditions = 4, Placements = 5, Symbols = 6, Origins = 7, SectionCount = 8;

    public const int SymbolWords = 2, OriginWords = 6, VariableWords = 2;

    /// <summary>The largest file that is read, in bytes.</summary>
    public const int LargestFile = 64 << 20;

    /// <summary>What every index begins with; the digit is the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "OOTPROV1"u8;
}
