using System.Globalization;
using System.Runtime.InteropServices;
using Oot.Core;

namespace Oot.Make.Options;

/// <summary>Numbers in switches, read and written as the C library does.</summary>
internal static unsafe partial class NumberText
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

    /// <summary>The number the text begins with, 0 without one.</summary>
    public static double LeadingDouble(string text)
    {
        fixed (byte* bytes = ByteText.ToZeroTerminated(text))
            return ToDouble(bytes);
    }

    [LibraryImport("libc", EntryPoint = "atof")]
    private static partial double ToDouble(byte* text);

    /// <summary>As <c>%g</c>: six significant digits.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value))
            return double.IsNegative(value) ? "-nan" : "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        return value.ToString("G6", CultureInfo.InvariantCulture).Replace('E', 'e');
    }

    private static int SkipBlanks(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] is ' ' or (>= '\t' and <= '\r'))
            at++;
        return at;
    }
}
