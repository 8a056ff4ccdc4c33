using System.Globalization;
using Oot.Deploy.Indexing;

namespace Oot.Depmod;

/// <summary>What a call of depmod asks for.</summary>
internal sealed record DepmodOptions
{
    /// <summary>The letters of options that kmod's program does not have.</summary>
    internal const char CompatibilityLetter = '\u0001', NoCacheLetter = '\u0002', JsonLetter = '\u0003';

    // kmod 30 and 34, tools/depmod.c, in their order, which shows in messages.
    private static readonly (string Name, char Letter, bool TakesArgument)[] Common =
    [
        ("all", 'a', false), ("quick", 'A', false), ("basedir", 'b', true), ("config", 'C', true), ("symvers", 'E', true), ("filesyms", 'F', true), ("errsyms", 'e', false),
    ];

    private static readonly (string Name, char Letter, bool TakesArgument)[] Old = [("unresolved-error", 'u', false), ("quiet", 'q', false), ("root", 'r', false)];

    private static readonly (string Name, char Letter, bool TakesArgument)[] Rest =
    [
        ("verbose", 'v', false), ("show", 'n', false), ("dry-run", 'n', false), ("symbol-prefix", 'P', true), ("warn", 'w', false),
    ];

    private static readonly (string Name, char Letter, bool TakesArgument)[] Last = [("version", 'V', false), ("help", 'h', false)];

    private static readonly (string Name, char Letter, bool TakesArgument)[] Own =
        [("kmod-compat", CompatibilityLetter, true), ("no-cache", NoCacheLetter, false), ("json", JsonLetter, false)];

    /// <summary>The options of a kmod.</summary>
    /// <param name="own">oot's own as well.</param>
    internal static (string Name, char Letter, bool TakesArgument)[] Table(KmodLevel level, bool own) =>
    [
        .. Common, .. level.HasDirectories ? [("moduledir", 'm', true), ("outdir", 'o', true)] : Old, .. Rest,
        .. level.HasDirectories ? [] : new[] { ("map", 'm', false) }, .. Last, .. own ? Own : [],
    ];

    /// <summary><c>-A</c>.</summary>
    internal bool OnlyIfNeeded { get; init; }

    /// <summary><c>-a</c>: every module, also where files are named.</summary>
    internal bool All { get; init; }

    /// <summary>In front of <c>/lib/modules</c>; null for this system.</summary>
    internal string? Root { get; init; }

    /// <summary>As <see cref="Root"/> for what is written; null for the same.</summary>
    internal string? OutputRoot { get; init; }

    /// <summary>Where modules are, below the root.</summary>
    internal string ModuleDirectory { get; init; } = "/lib/modules";

    internal IReadOnlyList<string>? Configuration { get; init; }

    internal string? SymbolVersions { get; init; }

    internal string? SystemMap { get; init; }

    internal bool ReportsUnknown { get; init; }

    internal bool PrintsOnly { get; init; }

    internal bool WarnsOfDuplicates { get; init; }

    internal string SymbolPrefix { get; init; } = "";

    internal int Verbosity { get; init; }

    /// <summary>0: not said; −1: not a number.</summary>
    internal int Compatibility { get; init; }

    internal bool WithoutCache { get; init; }

    internal bool Json { get; init; }

    /// <summary><c>-V</c> or <c>-h</c>; nothing else happens then.</summary>
    internal char Only { get; init; }

    /// <summary>Options that are taken and do nothing.</summary>
    internal IReadOnlyList<char> Ignored { get; init; } = [];

    /// <summary>The options in the order of the command line; -V and -h end the reading.</summary>
    internal static DepmodOptions Of(List<(char Letter, string Argument)> given, KmodLevel level)
    {
        var options = new DepmodOptions();
        foreach ((char letter, string argument) in given)
        {
            options = options.With(letter, argument, level);
            if (options.Only != '\0' || options.SymbolPrefix.Length > 1)
                break;
        }
        return options;
    }

    private DepmodOptions With(char letter, string argument, KmodLevel level) => letter switch
    {
        'a' => this with { All = true },
        'A' => this with { OnlyIfNeeded = true },
        'b' => this with { Root = argument },
        'C' => this with { Configuration = [.. Configuration ?? [], argument] },
        'E' => this with { SymbolVersions = argument },
        'F' => this with { SystemMap = argument },
        'e' => this with { ReportsUnknown = true },
        'm' when level.HasDirectories => this with { ModuleDirectory = "/" + argument.Trim('/') },
        'o' => this with { OutputRoot = argument },
        'v' => this with { Verbosity = Verbosity + 1 },
        'n' => this with { PrintsOnly = true },
        'P' => this with { SymbolPrefix = argument.Length == 0 ? "\0" : argument },
        'w' => this with { WarnsOfDuplicates = true },
        'V' or 'h' => this with { Only = letter },
        CompatibilityLetter => this with { Compatibility = int.TryParse(argument, CultureInfo.InvariantCulture, out int number) ? number : -1 },
        NoCacheLetter => this with { WithoutCache = true },
        JsonLetter => this with { Json = true },
        _ => this with { Ignored = [.. Ignored, letter] },
    };
}
