using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What the C library makes of text: the parts of it that modpost's behaviour rests on.</summary>
internal static class CText
{
    /// <summary>The longest path with its end, as the C program's buffers have it (<c>PATH_MAX</c>).</summary>
    public const int PathSize = 4096;

    /// <summary><c>isspace</c> in the C locale.</summary>
    public static bool IsSpace(byte b) => b is (byte)' ' or (>= 9 and <= 13);

    /// <summary><c>toupper</c> in the C locale, for every byte.</summary>
    public static string ToUpper(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = from[i] is >= 'a' and <= 'z' ? (char)(from[i] - 32) : from[i];
    });

    /// <summary>What a C program sees of a file that it read as text: nothing from the first zero byte on.</summary>
    public static int LengthToZero(ReadOnlySpan<byte> text)
    {
        int zero = text.IndexOf((byte)0);
        return zero < 0 ? text.Length : zero;
    }

    /// <summary><c>strtoul</c>, then cut to 32 bits as the C program does.</summary>
    /// <param name="radix">0 takes the radix from the text's beginning.</param>
    /// <param name="used">How many bytes the number has; 0 when there is none.</param>
    public static uint ParseUnsigned(ReadOnlySpan<byte> text, int radix, out int used)
    {
        int i = 0;
        while (i < text.Length && IsSpace(text[i]))
            i++;
        bool negative = i < text.Length && text[i] == '-';
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
            i++;
        bool hasPrefix = i + 2 < text.Length && text[i] == '0' && (text[i + 1] | 0x20) == 'x' && Digit(text[i + 2]) < 16;
        if (radix is 0 or 16 && hasPrefix)
            (radix, i) = (16, i + 2);
        else if (radix == 0)
            radix = i < text.Length && text[i] == '0' ? 8 : 10;
        ulong value = 0;
        bool overflow = false;
        used = 0;
        for (; i < text.Length && Digit(text[i]) < radix; used = ++i)
        {
            overflow |= value > (ulong.MaxValue - (ulong)Digit(text[i])) / (ulong)radix;
            value = (value * (ulong)radix) + (ulong)Digit(text[i]);
        }
        return overflow ? uint.MaxValue : (uint)(negative ? 0 - value : value);
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => 99,
    };

    /// <summary>The whole file up to its first zero byte; what cannot be read is said and ends modpost.</summary>
    public static byte[] Read(IDisk disk, ModpostReport report, string file)
    {
        byte[] buffer = [];
        int errno = disk.Read(file, ref buffer, out int length);
        if (errno != 0)
            throw report.SystemError(file, errno);
        Array.Resize(ref buffer, LengthToZero(buffer.AsSpan(0, length)));
        return buffer;
    }
}
