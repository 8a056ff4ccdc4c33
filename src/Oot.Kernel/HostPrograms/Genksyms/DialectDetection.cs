using Oot.Core;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Finds a tree's dialect. The tree's own program is asked first: not by running it, since it may be for another machine,
/// but by the words in it. Then its sources; the kernel's version only where there is neither.
/// </summary>
internal static class DialectDetection
{
    private const string Place = "scripts/genksyms/genksyms";

    private static readonly (int, int) LateGrammar = (6, 14);
    private static readonly (int, int) StaticAssert = (5, 11);
    private static readonly (int, int) Segments = (6, 15);
    private static readonly (int, int) SymverLines = (5, 19);
    private static readonly (int, int) NoPrefixOption = (6, 9);

    /// <param name="program">The program's path, which ends in its place in the tree.</param>
    internal static GenksymsDialect Of(string program, IDisk disk)
    {
        string tree = program[..^Place.Length];
        string words = Words(program, tree, disk);
        bool early = words.Contains("cvar_qualifier", StringComparison.Ordinal);
        bool late = words.Contains("type_qualifier", StringComparison.Ordinal);
        (int, int) version = words.Length > 0 && (early || late) ? default : Version(tree, disk);
        late = early ? false : late || version.CompareTo(LateGrammar) >= 0;
        if (words.Length == 0)
            return OfVersion(version);
        bool Has(string word) => words.Contains(word, StringComparison.Ordinal);
        return new GenksymsDialect(
            HasLateGrammar: late,
            HasStaticAssert: Has("_Static_assert"),
            HasTypeofUnqual: Has("typeof_unqual"),
            HasSegments: Has("__seg_gs"),
            HasVectorInts: late,
            CountsReferences: !late,
            WritesLinkerScript: !Has("#SYMVER"),
            HasRelativeOption: Has("relative-crc"),
            HasPrefixOption: Has("symbol-prefix"));
    }

    private static GenksymsDialect OfVersion((int, int) version) => new(
        HasLateGrammar: version.CompareTo(LateGrammar) >= 0,
        HasStaticAssert: version.CompareTo(StaticAssert) >= 0,
        HasTypeofUnqual: version.CompareTo(Segments) >= 0,
        HasSegments: version.CompareTo(Segments) >= 0,
        HasVectorInts: version.CompareTo(LateGrammar) >= 0,
        CountsReferences: version.CompareTo(LateGrammar) < 0,
        WritesLinkerScript: version.CompareTo(SymverLines) < 0,
        HasRelativeOption: version.CompareTo(SymverLines) < 0,
        HasPrefixOption: version.CompareTo(NoPrefixOption) < 0);

    /// <summary>The text of the program, or of its sources; empty when neither is there or the program is something else.</summary>
    private static string Words(string program, string tree, IDisk disk)
    {
        if (disk.Read(program, out string text) == 0 && IsGenksyms(text))
            return text;
        string sources = "";
        foreach (string name in (string[])["genksyms.c", "keywords.c", "parse.y"])
        {
            if (disk.Read($"{tree}scripts/genksyms/{name}", out string source) == 0)
                sources += source;
        }
        return IsGenksyms(sources) ? sources : "";
    }

    private static bool IsGenksyms(string text) =>
        text.Contains("#SYMVER", StringComparison.Ordinal) || text.Contains("__crc_%s", StringComparison.Ordinal);

    /// <summary>The kernel's version and patch level; the newest that this file knows when the tree does not tell.</summary>
    private static (int, int) Version(string tree, IDisk disk)
    {
        if (disk.Read($"{tree}include/config/kernel.release", out string release) == 0 && release.Split('.') is [string major, string minor, ..])
            return (Number(major), Number(minor));
        if (disk.Read($"{tree}Makefile", out string makefile) == 0)
        {
            int version = Number(After(makefile, "\nVERSION ="));
            if (version > 0)
                return (version, Number(After(makefile, "\nPATCHLEVEL =")));
        }
        return Segments;
    }

    private static string After(string text, string start)
    {
        int place = text.IndexOf(start, StringComparison.Ordinal);
        return place < 0 ? "" : text[(place + start.Length)..].TrimStart(' ');
    }

    private static int Number(string text)
    {
        int digits = 0;
        while (digits < Math.Min(text.Length, 6) && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits == 0 ? 0 : int.Parse(text[..digits], System.Globalization.CultureInfo.InvariantCulture);
    }
}
