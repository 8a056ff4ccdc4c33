namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Reads a line that begins with <c>#</c>: <c># LINE "FILE" …</c> names a place, any other means nothing.</summary>
internal static class LineMarker
{
    /// <returns>False when the line is no marker.</returns>
    /// <param name="line">The line without its end.</param>
    internal static bool Read(ReadOnlySpan<byte> line, SourceLocation location)
    {
        int number = Blanks(line, 1);
        if (number == 1 || number >= line.Length)
            return false;
        int after = IntegerEnd(line, number);
        int quote = Blanks(line, after);
        if (after == number || quote == after || quote >= line.Length || line[quote] != '"')
            return false;
        int length = line[(quote + 1)..].IndexOf((byte)'"');
        if (length <= 0)
            return false;
        ReadOnlySpan<byte> file = line.Slice(quote + 1, length);
        int zero = file.IndexOf((byte)0);
        location.Enter(zero < 0 ? file : file[..zero], Number(line[number..after]));
        return true;
    }

    private static int Blanks(ReadOnlySpan<byte> line, int place)
    {
        while (place < line.Length && line[place] is (byte)' ' or (byte)'\t')
            place++;
        return place;
    }

    private static int IntegerEnd(ReadOnlySpan<byte> line, int start)
    {
        // The integer's end is looked for in a copy with room behind it: numbers are short.
        Span<byte> digits = stackalloc byte[64];
        ReadOnlySpan<byte> rest = line[start..];
        int length = Math.Min(rest.Length, 60);
        rest[..length].CopyTo(digits);
        digits[length..].Clear();
        int end = NumberEnd.Integer(digits, 0);
        return end < 60 ? start + end : LongIntegerEnd(line, start);
    }

    private static int LongIntegerEnd(ReadOnlySpan<byte> line, int start)
    {
        byte[] copy = new byte[line.Length - start + 4];
        line[start..].CopyTo(copy);
        return start + NumberEnd.Integer(copy, 0);
    }

    /// <summary>As C's <c>atoi</c> on 64-bit machines: decimal digits, clamped to 64 bits, the low 32 of them.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                break;
            value = value > (long.MaxValue - (digit - '0')) / 10 ? long.MaxValue : (value * 10) + (digit - '0');
        }
        return unchecked((int)value);
    }
}
