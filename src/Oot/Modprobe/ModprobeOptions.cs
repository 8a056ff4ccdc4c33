namespace Oot.Modprobe;

/// <summary>What a call of modprobe asks for.</summary>
internal sealed record ModprobeOptions
{
    /// <summary>kmod's options (kmod 30 to 34, tools/modprobe.c), and oot's own.</summary>
    internal static readonly (string Name, char Letter, bool TakesArgument)[] Table =
    [
        ("all", 'a', false), ("ignore-install", 'i', false), ("use-blacklist", 'b', false), ("resolve-alias", 'R', false), ("show-depends", 'D', false), ("config", 'C', true), ("dirname", 'd', true),
        ("set-version", 'S', true), ("quiet", 'q', false), ("verbose", 'v', false), ("version", 'V', false), ("help", 'h', false), ("kmod-compat", CompatibilityLetter, true), ("json", JsonLetter, false),
    ];

    internal const char CompatibilityLetter = '\u0001', JsonLetter = '\u0002';

    internal bool All { get; init; }

    internal bool IgnoresInstall { get; init; }

    internal bool UsesBlacklist { get; init; }

    internal bool OnlyResolves { get; init; }

    internal bool ShowsDependencies { get; init; }

    internal bool IsQuiet { get; init; }

    internal bool Json { get; init; }

    internal IReadOnlyList<string>? Configuration { get; init; }

    internal string? Root { get; init; }

    internal string? Release { get; init; }

    internal int Compatibility { get; init; }

    internal char Only { get; init; }

    internal static ModprobeOptions Of(List<(char Letter, string Argument)> given)
    {
        var options = new ModprobeOptions();
        foreach ((char letter, string argument) in given)
        {
            options = letter switch
            {
                'a' => options with { All = true },
                'i' => options with { IgnoresInstall = true },
                'b' => options with { UsesBlacklist = true },
                'R' => options with { OnlyResolves = true },
                'D' => options with { ShowsDependencies = true },
                'C' => options with { Configuration = [.. options.Configuration ?? [], argument] },
                'd' => options with { Root = argument },
                'S' => options with { Release = argument },
                'q' => options with { IsQuiet = true },
                JsonLetter => options with { Json = true },
                CompatibilityLetter => options with { Compatibility = argument is "30" or "33" or "34" ? int.Parse(argument, System.Globalization.CultureInfo.InvariantCulture) : -1 },
                'V' or 'h' => options with { Only = letter },
                _ => options,
            };
            if (options.Only != '\0')
                break;
        }
        return options;
    }
}
