using System.Text;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Files;

/// <summary>A symbol's line in each kind of file (kernel 5.10 to 7.x, scripts/kconfig/confdata.c).</summary>
internal sealed class ValueLines(string prefix, StringBuilder text)
{
    /// <summary><c>.config</c>: what is off is a comment, strings are quoted.</summary>
    internal void Config(Symbol symbol, string value)
    {
        if (symbol.Type.IsLogical() && value == "n")
            text.Append("# ").Append(prefix).Append(symbol.Name).Append(" is not set\n");
        else
            Assignment(symbol, value, isQuoted: true);
    }

    /// <summary><c>auto.conf</c>: what is off is not there.</summary>
    internal void AutoConf(Symbol symbol, string value, bool isQuoted)
    {
        if (!symbol.Type.IsLogical() || value != "n")
            Assignment(symbol, value, isQuoted);
    }

    /// <summary><c>CONFIG_X=value</c>.</summary>
    internal void Assignment(Symbol symbol, string value, bool isQuoted)
    {
        if (symbol.Type == SymbolType.Unknown)
            return;
        text.Append(prefix).Append(symbol.Name).Append('=');
        if (isQuoted && symbol.Type == SymbolType.Text)
            Quoted(value);
        else
            text.Append(value);
        text.Append('\n');
    }

    /// <summary><c>autoconf.h</c>.</summary>
    internal void Header(Symbol symbol, string value)
    {
        if (symbol.Type == SymbolType.Unknown || (symbol.Type.IsLogical() && value == "n"))
            return;
        text.Append("#define ").Append(prefix).Append(symbol.Name);
        if (symbol.Type.IsLogical())
            text.Append(value == "m" ? "_MODULE 1" : " 1");
        else
        {
            text.Append(' ');
            if (symbol.Type == SymbolType.Text)
                Quoted(value);
            else
                text.Append(HexPrefix(symbol, value)).Append(value);
        }
        text.Append('\n');
    }

    /// <summary><c>rustc_cfg</c>: everything is a string, and what is on is there without a value as well.</summary>
    internal void Rust(Symbol symbol, string value)
    {
        if (symbol.Type == SymbolType.Unknown || (symbol.Type.IsLogical() && value == "n"))
            return;
        if (symbol.Type.IsLogical())
            text.Append("--cfg=").Append(prefix).Append(symbol.Name).Append('\n');
        text.Append("--cfg=").Append(prefix).Append(symbol.Name).Append('=');
        Quoted(HexPrefix(symbol, value) + value);
        text.Append('\n');
    }

    private static string HexPrefix(Symbol symbol, string value) => symbol.Type == SymbolType.Hexadecimal && value is not ['0', 'x' or 'X', ..] ? "0x" : "";

    private void Quoted(string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\');
            text.Append(c);
        }
        text.Append('"');
    }
}
