using System.Globalization;

namespace Oot.Make.Options;

/// <summary>Numbers in switches, read and written as the C library does.</summary>
internal static class NumberText
{
    /// <summary>As <c>strtoul</c> cut to 32 bits: leading blanks, a sign (<c>-1</c> wraps around), digits and nothing after.</summary>
    /// <param name="error"><c>Missing value</c> or <c>Invalid value</c> on failure.</param>
    public static bool TryUnsigned(string text, out uint value, out string? error)
    {
        value = 0;
        error = null;
        if (text.Length == 0)
        {
            error = "Missing value";
            return false;
        }
        int at = SkipBlanks(text);
        bool isNegative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        int start = at;
        ulong sum = 0;
        bool overflows = false;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            uint digit = (uint)(text[at] - '0');
            overflows |= sum > (ulong.MaxValue - digit) / 10;
            sum = unchecked(sum * 10 + digit);
        }
        if (at == start || at < text.Length)
        {
            error = "Invalid value";
            return false;
        }
        value = unchecked((uint)(overflows ? ulong.MaxValue : isNegative ? 0 - sum : sum));
        return true;
    }

    /// <summary>As <c>atof</c>: the number the text begins with, 0 without one. Hexadecimal is not read.</summary>
    public static double LeadingDouble(string text)
    {
        int start = SkipBlanks(text), at = start;
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        double sign = at > start && text[start] == '-' ? -1 : 1;
        if (text.AsSpan(at).StartsWith("inf", StringComparison.OrdinalIgnoreCase))
            return sign * double.PositiveInfinity;
        if (text.AsSpan(at).StartsWith("nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;
        int first = at;
        at = SkipDigits(text, at);
        int digits = at - first;
        if (at < text.Length && text[at] == '.')
        {
            int fraction = at + 1;
            at = SkipDigits(text, fraction);
            digits += at - fraction;
        }
        if (digits == 0)
            return 0;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            int exponent = at + 1;
            if (exponent < text.Length && text[exponent] is '-' or '+')
                exponent++;
            int end = SkipDigits(text, exponent);
            if (end > exponent)
                at = end;
        }
        return double.Parse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>As <c>%g</c>: six significant digits.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        return value.ToString("G6", CultureInfo.InvariantCulture).Replace('E', 'e');
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static int SkipBlanks(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] is ' ' or (>= '\t' and <= '\r'))
            at++;
        return at;
    }
}
