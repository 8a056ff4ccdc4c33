using System.Globalization;
using System.Text;

namespace Oot.Make.Execution.Shell;

/// <summary>What <c>printf</c> writes, for the usual directives with sound arguments; anything else is left to the real shell.</summary>
internal static class PrintfText
{
    private const int LongestNumber = 18, LargestWidth = 1000;

    /// <summary>The text; null when it is not known here.</summary>
    public static string? Format(IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[1].StartsWith('-'))
            return null;
        var text = new StringBuilder();
        int next = 2;
        do
        {
            int before = next;
            switch (Once(text, words, ref next))
            {
                case null:
                    return null;
                case false:
                    return text.ToString();
            }
            if (next == before)
                break;
        }
        while (next < words.Count);
        return text.ToString();
    }

    /// <summary>Goes through the format once; false when <c>\c</c> ends it, null when it is not known here.</summary>
    private static bool? Once(StringBuilder text, IReadOnlyList<string> words, ref int next)
    {
        string format = words[1];
        int at = 0;
        while (at < format.Length)
        {
            char c = format[at++];
            if (c == '\\')
            {
                text.Append(EscapedText.Escape(format, ref at));
                continue;
            }
            if (c != '%')
            {
                text.Append(c);
                continue;
            }
            if (at < format.Length && format[at] == '%')
            {
                text.Append('%');
                at++;
                continue;
            }
            bool isMissing = next >= words.Count;
            string argument = isMissing ? "" : words[next++];
            switch (Directive(text, format, ref at, argument, isMissing))
            {
                case null:
                    return null;
                case false:
                    return false;
            }
        }
        return true;
    }

    private static bool? Directive(StringBuilder text, string format, ref int at, string argument, bool isMissing)
    {
        bool left = at < format.Length && format[at] == '-';
        if (left)
            at++;
        bool zeros = at < format.Length && format[at] == '0';
        int width = Number(format, ref at) ?? 0, precision = -1;
        if (at < format.Length && format[at] == '.')
        {
            at++;
            precision = Number(format, ref at) ?? 0;
        }
        char directive = at < format.Length ? format[at++] : '\0';
        string? piece = null;
        switch (directive)
        {
            case 's' when !zeros:
                piece = precision >= 0 && precision < argument.Length ? argument[..precision] : argument;
                break;
            case 'b' when width == 0 && precision < 0:
                return EscapedText.Append(text, argument);
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o' when precision < 0 && !(left && zeros):
                piece = Integer(isMissing ? "0" : argument, directive);
                if (piece is not null && zeros && piece.Length < width)
                    piece = piece[0] == '-' ? null : piece.PadLeft(width, '0');
                break;
        }
        if (piece is null || width >= LargestWidth || precision >= LargestWidth)
            return null;
        text.Append(left ? piece.PadRight(width) : piece.PadLeft(width));
        return true;
    }

    private static string? Integer(string argument, char directive)
    {
        int sign = argument.StartsWith('-') && directive is 'd' or 'i' ? 1 : 0;
        bool isPlain = argument == "0" || (argument.Length > sign && argument.Length <= LongestNumber && argument[sign] is >= '1' and <= '9');
        if (!isPlain || !long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            return null;
        return directive switch
        {
            'x' => value.ToString("x", CultureInfo.InvariantCulture),
            'X' => value.ToString("X", CultureInfo.InvariantCulture),
            'o' => Convert.ToString(value, 8),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static int? Number(string format, ref int at)
    {
        int start = at;
        while (at < format.Length && char.IsAsciiDigit(format[at]))
            at++;
        return at > start && int.TryParse(format.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : at > start ? LargestWidth : null;
    }
}
