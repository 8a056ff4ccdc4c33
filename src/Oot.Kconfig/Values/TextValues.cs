using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Values that are text: what is valid for a type, and what number it is, as the C library reads it (kernel 6.12, scripts/kconfig/symbol.c).</summary>
internal static class TextValues
{
    /// <summary>Whether a text can be the value of a symbol of a type.</summary>
    internal static bool IsValid(SymbolType type, ReadOnlySpan<char> text) => type switch
    {
        SymbolType.Text => true,
        SymbolType.Integer => IsDecimal(text),
        SymbolType.Hexadecimal => IsHexadecimal(text),
        SymbolType.Boolean or SymbolType.Tristate => text is ['y' or 'Y' or 'm' or 'M' or 'n' or 'N', ..],
        _ => false,
    };

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text is ['-', ..])
            text = text[1..];
        return text.Length > 0 && (text[0] != '0' || text.Length == 1) && !text.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text)
    {
        if (text is ['0', 'x' or 'X', ..])
            text = text[2..];
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
                return false;
        }
        return text.Length > 0;
    }

    /// <summary>The number at the beginning of a text, as <c>strtoll</c>: 0 where there is none, the nearest possible where it is too large.</summary>
    /// <param name="numberBase">10, 16, or 0 for what the text itself says.</param>
    internal static long Number(ReadOnlySpan<char> text, int numberBase)
    {
        Parse(text, numberBase, isSigned: true, out ulong value, out _, out _);
        return (long)value;
    }

    /// <summary>As <c>strtoll</c> or <c>strtoull</c>: how many characters make the number (0: none), and whether it is too large.</summary>
    internal static void Parse(ReadOnlySpan<char> text, int numberBase, bool isSigned, out ulong value, out int length, out bool isTooLarge)
    {
        int i = 0;
        while (i < text.Length && text[i] is ' ' or (>= '\t' and <= '\r'))
            i++;
        bool isNegative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is '-' or '+')
            i++;
        if (numberBase is 0 or 16 && i + 2 < text.Length && text[i] == '0' && text[i + 1] is 'x' or 'X' && char.IsAsciiHexDigit(text[i + 2]))
            (numberBase, i) = (16, i + 2);
        else if (numberBase == 0)
            numberBase = i < text.Length && text[i] == '0' ? 8 : 10;
        int start = i;
        UInt128 sum = 0;
        for (; i < text.Length && Digit(text[i]) is var digit && digit < numberBase; i++)
            sum = sum > ulong.MaxValue ? sum : (sum * (uint)numberBase) + (uint)digit;
        length = i == start ? 0 : i;
        UInt128 limit = !isSigned ? ulong.MaxValue : isNegative ? (UInt128)1 << 63 : long.MaxValue;
        isTooLarge = sum > limit;
        ulong magnitude = (ulong)(isTooLarge ? limit : sum);
        value = isNegative && !(isTooLarge && !isSigned) ? (ulong)-(long)magnitude : magnitude;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 99,
    };

    internal static string Text(Tristate value) => value switch
    {
        Tristate.No => "n",
        Tristate.Module => "m",
        _ => "y",
    };
}
