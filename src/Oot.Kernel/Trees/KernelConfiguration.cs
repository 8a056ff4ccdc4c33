using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// The options of a built kernel as <c>include/config/auto.conf</c> or <c>.config</c> has them: <c>CONFIG_X=value</c> lines. Names are
/// given without <c>CONFIG_</c>; a string's quotes are removed (auto.conf has none, .config has them).
/// </summary>
public sealed class KernelConfiguration
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private KernelConfiguration(string? architecture) => Architecture = architecture;

    /// <summary>What the generated heading says (<c># Linux/x86 6.1.170 Kernel Configuration</c>): <c>x86</c>; null without a heading.</summary>
    public string? Architecture { get; }

    /// <summary>The number of options that are set.</summary>
    public int Count => values.Count;

    /// <summary>An option's value; null when it is not set.</summary>
    public string? this[string option] => values.GetValueOrDefault(option);

    /// <summary>Whether an option is built in (<c>y</c>).</summary>
    public bool IsYes(string option) => this[option] == "y";

    /// <summary>Whether an option is <c>y</c> or <c>m</c>.</summary>
    public bool IsOn(string option) => this[option] is "y" or "m";

    /// <summary>Reads the lines; what is not an option is passed over, as make and the shell would.</summary>
    public static KernelConfiguration Parse(string text)
    {
        string? architecture = null;
        var lines = new List<(string Name, string Value)>();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("CONFIG_") && line.IndexOf('=') is > 7 and var equals)
                lines.Add((line[7..equals].ToString(), Unquote(line[(equals + 1)..])));
            else if (architecture is null && line.StartsWith("# Linux/"))
                architecture = line[8..].IndexOf(' ') is > 0 and var end ? line[8..(8 + end)].ToString() : null;
        }
        var configuration = new KernelConfiguration(architecture);
        foreach ((string name, string value) in lines)
            configuration.values[name] = value;
        return configuration;
    }

    /// <summary>Reads a file; null when it cannot be read.</summary>
    public static KernelConfiguration? Read(IDisk disk, string path) => disk.Read(path, out string text) == 0 ? Parse(text) : null;

    private static string Unquote(ReadOnlySpan<char> value) =>
        value.Length >= 2 && value[0] == '"' && value[^1] == '"'
            ? value[1..^1].ToString().Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : value.ToString();
}
