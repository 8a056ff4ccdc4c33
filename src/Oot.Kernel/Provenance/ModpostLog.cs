namespace Oot.Kernel.Provenance;

/// <summary>The symbols that a build's or a kernel's log complains about (modpost of 5.10 to 7.x, ld and lld, depmod, and the kernel's loader).</summary>
public static class ModpostLog
{
    // What stands before a name, and what ends it.
    private static readonly (string Before, char End, string After)[] Forms =
    [
        ("modpost: \"", '"', "undefined!"),
        ("ERROR: \"", '"', "undefined!"),
        ("WARNING: \"", '"', "undefined!"),
        ("undefined reference to `", '\'', ""),
        ("ld.lld: error: undefined symbol: ", ' ', ""),
        (" needs unknown symbol ", ' ', ""),
        (" disagrees about version of symbol ", ' ', ""),
        (": no symbol version for ", ' ', ""),
        (": Unknown symbol ", ' ', ""),
        (" uses symbol ", ' ', "from namespace"),
        ("uses GPL-only symbol '", '\'', ""),
    ];

    /// <summary>The symbols, each once, in the order in which they come.</summary>
    public static IReadOnlyList<string> Symbols(string log)
    {
        var result = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ReadOnlySpan<char> line in log.AsSpan().EnumerateLines())
            if (SymbolOf(line) is { } symbol && seen.Add(symbol))
                result.Add(symbol);
        return result;
    }

    /// <summary>The symbol that a line complains about; null for any other line.</summary>
    public static string? SymbolOf(ReadOnlySpan<char> line)
    {
        foreach ((string before, char end, string after) in Forms)
        {
            int at = line.IndexOf(before, StringComparison.Ordinal);
            if (at < 0 || (after.Length > 0 && line.IndexOf(after, StringComparison.Ordinal) < 0))
                continue;
            ReadOnlySpan<char> rest = line[(at + before.Length)..];
            int length = rest.IndexOf(end);
            ReadOnlySpan<char> name = length < 0 ? rest.TrimEnd() : rest[..length];
            if (name.Length is > 0 and < 512 && !name.ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$"))
                return name.ToString();
        }
        return null;
    }
}
