namespace Oot.Kconfig;

/// <summary>
/// What the conf program of a kernel version does differently from another's. Each difference has a name here and the version that brought it; nothing else asks for a
/// version (docs/design/kconfig.md lists which versions were compared).
/// </summary>
/// <param name="Version">VERSION × 1000 + PATCHLEVEL, such as 6012.</param>
public sealed record KconfigDialect(int Version)
{
    /// <summary>The newest that is known: what a tree without a version is read as.</summary>
    public static readonly KconfigDialect Newest = new(7003);

    /// <summary><c>option modules</c>, <c>option defconfig_list</c>, <c>option allnoconfig_y</c> instead of <c>modules</c>.</summary>
    internal bool HasOptions => Version < 5013;

    /// <summary>Choices may be tristate, named and optional, and are a value of their own.</summary>
    internal bool HasOldChoices => Version < 6011;

    /// <summary>Equal expressions are one object, rewritten from the right.</summary>
    internal bool HasSharedExpressions => Version >= 6012;

    /// <summary>auto.conf has its strings quoted, the headings and ends of menus are as they were, and there is no rustc_cfg.</summary>
    internal bool HasOldWriters => Version < 5017;

    /// <summary>rustc_cfg is written.</summary>
    internal bool HasRust => Version >= 6001;

    /// <summary>randconfig prints its seed to the error stream.</summary>
    internal bool PrintsSeedAsError => Version < 5013;

    /// <summary><c>KCONFIG_WERROR</c> and <c>KCONFIG_WARN_UNKNOWN_SYMBOLS</c>.</summary>
    internal bool HasWarningVariables => Version >= 6001;

    /// <summary>Lines of a .config are read strictly: what is neither an assignment nor a comment is warned of, <c># CONFIG_X is not set</c> has to end there.</summary>
    internal bool HasStrictLines => Version >= 6006;

    /// <summary>The values that a user gave and Kconfig changed can be told (<c>KCONFIG_WARN_CHANGED_INPUT</c>).</summary>
    internal bool TellsChangedInput => Version >= 6019;


    /// <summary>Files and places of messages are kept as names, not as shared objects, and an inclusion's line is the statement's.</summary>
    internal bool HasNewPlaces => Version >= 6009;

    /// <summary>Whether a help text's location names the entry itself.</summary>
    internal bool LocationsEndInEntry => Version >= 5013;

    /// <summary>How many buckets conf's table of symbols has.</summary>
    internal int SymbolBuckets => Version >= 6009 ? 1 << 14 : 9973;

    /// <summary><c>bool "…"</c> in a choice is its prompt.</summary>
    internal bool HasTypedChoices => Version < 6019;

    /// <summary><c>transitional</c>.</summary>
    internal bool HasTransitional => Version >= 6018;

    /// <summary><c>depends on A if B</c>; a menuconfig without prompt and a second help text are errors; a file may be included once only.</summary>
    internal bool IsStrict => Version >= 6019;

    /// <summary>A file of a version: what the tree's top Makefile says at its beginning; null where it says nothing.</summary>
    public static KconfigDialect? Of(ReadOnlySpan<byte> makefile)
    {
        int version = Number(makefile, "VERSION = "u8);
        int patchLevel = Number(makefile, "PATCHLEVEL = "u8);
        return version < 0 || patchLevel < 0 ? null : new KconfigDialect((version * 1000) + patchLevel);
    }

    private static int Number(ReadOnlySpan<byte> makefile, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = makefile[..Math.Min(makefile.Length, 4096)];
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.StartsWith(name))
                return int.TryParse(line[name.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) && number < 1000 ? number : -1;
        }
        return -1;
    }
}
