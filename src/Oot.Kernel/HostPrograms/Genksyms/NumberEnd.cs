namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Where a number ends. The lexer's numbers are older than C's: <c>1ULL</c> is <c>1UL</c> and a word <c>L</c>, <c>089</c> is two numbers.</summary>
internal static class NumberEnd
{
    /// <returns>The place behind the number; <paramref name="start"/> when there is none (a single point).</returns>
    internal static int Of(byte[] text, int start) => Math.Max(Integer(text, start), Real(text, start));

    /// <summary>The same for an integer alone.</summary>
    internal static int Integer(ReadOnlySpan<byte> text, int start)
    {
        int place = start;
        if (text[place] == '0' && (text[place + 1] | 0x20) == 'x' && char.IsAsciiHexDigit((char)text[place + 2]))
        {
            place += 3;
            while (char.IsAsciiHexDigit((char)text[place]))
                place++;
        }
        else
        {
            byte last = text[place] == '0' ? (byte)'7' : (byte)'9';
            while (text[place] >= '0' && text[place] <= last)
                place++;
        }
        if (place == start)
            return start;
        int suffix = text[place] | 0x20;
        if (suffix is not ('u' or 'l'))
            return place;
        int second = text[place + 1] | 0x20;
        return second is 'u' or 'l' && second != suffix ? place + 2 : place + 1;
    }

    private static int Real(byte[] text, int start)
    {
        int place = Digits(text, start);
        bool fraction = text[place] == '.';
        if (fraction)
        {
            int after = Digits(text, place + 1);
            if (place == start && after == place + 1)
                return start;
            place = after;
        }
        int exponent = Exponent(text, place);
        if (!fraction && exponent == place)
            return start;
        place = exponent;
        return (text[place] | 0x20) is 'f' or 'l' ? place + 1 : place;
    }

    private static int Exponent(byte[] text, int place)
    {
        if ((text[place] | 0x20) != 'e')
            return place;
        int digits = text[place + 1] is (byte)'+' or (byte)'-' ? place + 2 : place + 1;
        int after = Digits(text, digits);
        return after > digits ? after : place;
    }

    private static int Digits(byte[] text, int place)
    {
        while (char.IsAsciiDigit((char)text[place]))
            place++;
        return place;
    }
}
