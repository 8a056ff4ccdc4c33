using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>A value as a line gives it to a symbol.</summary>
internal readonly struct GivenValue
{
    private GivenValue(Tristate value, string? text, string? warning, bool isNothing)
    {
        Value = value;
        Text = text;
        Warning = warning;
        IsNothing = isNothing;
    }

    internal Tristate Value { get; }

    /// <summary>The text of an int, hex or string; null for a bool or tristate.</summary>
    internal string? Text { get; }

    /// <summary>Why it is not taken; null where it is.</summary>
    internal string? Warning { get; }

    /// <summary>Whether it is passed over without a word.</summary>
    internal bool IsNothing { get; }

    /// <summary>Reads a value for a symbol.</summary>
    /// <param name="isQuoted">Whether strings stand in quotes.</param>
    internal static GivenValue Read(Symbol symbol, ReadOnlySpan<byte> value, bool isQuoted)
    {
        string text = ByteText.FromBytes(value);
        switch (symbol.Type)
        {
            case SymbolType.Boolean or SymbolType.Tristate:
                if (text is ['m', ..] && symbol.Type == SymbolType.Tristate)
                    return new GivenValue(Tristate.Module, null, null, false);
                return text is ['y' or 'n', ..] ? new GivenValue(text[0] == 'y' ? Tristate.Yes : Tristate.No, null, null, false) : Invalid(symbol, text);
            case SymbolType.Text when isQuoted:
                if (text is not ['"', ..])
                    return new GivenValue(Tristate.No, null, null, true);
                return Unquoted(text) is { } inner ? new GivenValue(Tristate.No, inner, null, false) : new GivenValue(Tristate.No, null, "invalid string found", false);
            case SymbolType.Text or SymbolType.Integer or SymbolType.Hexadecimal:
                return TextValues.IsValid(symbol.Type, text) ? new GivenValue(Tristate.No, text, null, false) : Invalid(symbol, text);
            default:
                return new GivenValue(Tristate.No, null, null, true);
        }
    }

    private static GivenValue Invalid(Symbol symbol, string text) => new(Tristate.No, null, $"symbol value '{text}' invalid for {symbol}", false);

    /// <summary>The text between quotes, backslashes taken off; null where the second quote is missing.</summary>
    private static string? Unquoted(string text)
    {
        int quick = text.AsSpan(1).IndexOfAny('"', '\\');
        if (quick >= 0 && text[quick + 1] == '"')
            return text[1..(quick + 1)];
        var inner = new System.Text.StringBuilder();
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                return inner.ToString();
            if (text[i] == '\\' && ++i == text.Length)
                return null;
            inner.Append(text[i]);
        }
        return null;
    }
}
