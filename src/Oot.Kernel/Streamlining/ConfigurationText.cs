namespace Oot.Kernel.Streamlining;

/// <summary>A <c>.config</c> as lines, and which options are on in it.</summary>
internal static class ConfigurationText
{
    private const string Prefix = "CONFIG_";

    /// <summary>The options that are <c>m</c> (true) or <c>y</c> (false), by their names with <c>CONFIG_</c>.</summary>
    internal static Dictionary<string, bool> ValuesOf(string text)
    {
        var values = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            if (OnIn(text.AsSpan()[range], out ReadOnlySpan<char> option, out bool isModule))
                values[option.ToString()] = isModule;
        }
        return values;
    }

    /// <summary>Whether a line begins with an option that is <c>m</c> or <c>y</c>.</summary>
    internal static bool OnIn(ReadOnlySpan<char> line, out ReadOnlySpan<char> option, out bool isModule)
    {
        int equals = line.IndexOf('=');
        bool isOn = equals >= Prefix.Length && equals + 1 < line.Length && line.StartsWith(Prefix) && line[equals + 1] is 'm' or 'y';
        option = isOn ? line[..equals] : default;
        isModule = isOn && line[equals + 1] == 'm';
        return isOn;
    }
}
