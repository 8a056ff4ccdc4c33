namespace Oot.Modinfo;

/// <summary>What a call of modinfo asks for.</summary>
internal sealed record ModinfoOptions
{
    /// <summary>kmod's options (kmod 30 to 34, tools/modinfo.c), and oot's own, which have no letter that could be typed.</summary>
    internal static readonly (string Name, char Letter, bool TakesArgument)[] Table =
    [
        ("author", 'a', false), ("description", 'd', false), ("license", 'l', false), ("parameters", 'p', false), ("filename", 'n', false), ("null", '0', false), ("modname", 'm', false),
        ("field", 'F', true), ("set-version", 'k', true), ("basedir", 'b', true), ("version", 'V', false), ("help", 'h', false),
    ];

    /// <summary>The letters of options that kmod's program does not have.</summary>
    internal const char CompatibilityLetter = '\u0001', JsonLetter = '\u0002';

    /// <summary>The only key to print; null prints all.</summary>
    internal string? Field { get; init; }

    /// <summary>What ends each value.</summary>
    internal char Separator { get; init; } = '\n';

    /// <summary>Words are names, never aliases or files.</summary>
    internal bool NamesOnly { get; init; }

    /// <summary>In front of <c>/lib/modules</c>; null for this system.</summary>
    internal string? Root { get; init; }

    /// <summary>The kernel's release; null for the running one.</summary>
    internal string? Release { get; init; }

    /// <summary>Print JSON.</summary>
    internal bool Json { get; init; }

    /// <summary>kmod's version to be like (30, 34); 0 for the installed one.</summary>
    internal int Compatibility { get; init; }

    /// <summary><c>-V</c> or <c>-h</c>; nothing else happens then.</summary>
    internal char Only { get; init; }

    /// <summary>The options in the order of the command line; the last of each kind counts. -V and -h end the reading.</summary>
    internal static ModinfoOptions Of(List<(char Letter, string Argument)> given)
    {
        var options = new ModinfoOptions();
        foreach ((char letter, string argument) in given)
        {
            options = letter switch
            {
                'a' => options with { Field = "author" },
                'd' => options with { Field = "description" },
                'l' => options with { Field = "license" },
                'p' => options with { Field = "parm" },
                'n' => options with { Field = "filename" },
                '0' => options with { Separator = '\0' },
                'm' => options with { NamesOnly = true },
                'F' => options with { Field = argument },
                'k' => options with { Release = argument },
                'b' => options with { Root = argument },
                JsonLetter => options with { Json = true },
                CompatibilityLetter => options with { Compatibility = int.TryParse(argument, System.Globalization.CultureInfo.InvariantCulture, out int level) ? level : -1 },
                _ => options with { Only = letter },
            };
            if (options.Only != '\0')
                break;
        }
        return options;
    }
}
