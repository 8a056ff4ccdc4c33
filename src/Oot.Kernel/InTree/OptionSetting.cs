namespace Oot.Kernel.InTree;

/// <summary>An option and its value for the directories that are built, as a <c>.config</c> has it.</summary>
/// <param name="Name">Without <c>CONFIG_</c>.</param>
/// <param name="Value"><c>m</c>, <c>y</c>, a number, or a text in quotes.</param>
public readonly record struct OptionSetting(string Name, string Value)
{
    private const string Prefix = "CONFIG_";

    /// <summary>The line of a <c>.config</c>, which is make's word too but for a text's quotes.</summary>
    public string Line => $"{Prefix}{Name}={Value}";

    /// <summary>What makefiles see (kernel 6.12, scripts/kconfig/confdata.c: no quotes in auto.conf).</summary>
    public string MakeWord => $"{Prefix}{Name}={(Value is ['"', .., '"'] ? Value[1..^1] : Value)}";

    /// <summary>What sources see, as <c>include/generated/autoconf.h</c> would have it.</summary>
    public string Definition => Value switch
    {
        "m" => $"#define {Prefix}{Name}_MODULE 1",
        "y" => $"#define {Prefix}{Name} 1",
        _ => $"#define {Prefix}{Name} {Value}",
    };

    /// <summary>Reads <c>CONFIG_X=m</c>, <c>X=m</c> or <c>X</c>; null for anything else.</summary>
    public static OptionSetting? Parse(string word)
    {
        int equals = word.IndexOf('=');
        string name = equals < 0 ? word : word[..equals], value = equals < 0 ? "m" : word[(equals + 1)..];
        if (name.StartsWith(Prefix, StringComparison.Ordinal))
            name = name[Prefix.Length..];
        return name.Length > 0 && value.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !value.AsSpan().ContainsAny('\n', '$') ? new OptionSetting(name, value) : null;
    }
}
