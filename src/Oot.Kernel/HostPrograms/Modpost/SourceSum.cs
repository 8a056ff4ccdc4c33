using System.Buffers.Binary;
using System.Numerics;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// The sum that <c>srcversion</c> is: MD4 (RFC 1320), but with the words of a block read most significant byte first and only 23 of its digits, as the kernel has done since
/// 2.6 (scripts/mod/sumversion.c).
/// </summary>
internal sealed class SourceSum
{
    private const int BlockSize = 64, Digits = 23;
    private readonly byte[] block = new byte[BlockSize];
    private readonly uint[] state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
    private int used;
    private ulong total;

    /// <summary>Adds a C source: what counts are strings whole, and everything else that is neither blank nor comment.</summary>
    public void AddSource(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            byte next = i + 1 < text.Length ? text[i + 1] : (byte)0;
            if (b == '\\' && next == '\n')
                i++;
            else if (b == '"')
                i = AddString(text, i);
            else if (b == '/' && next == '*')
                i = EndOfComment(text, i);
            else if (!CText.IsSpace(b))
                Add(b);
        }
    }

    // A string ends at the next quote that no backslash precedes, whatever stands before that.
    private int AddString(ReadOnlySpan<byte> text, int start)
    {
        Add(text[start]);
        int i = start + 1;
        for (; i < text.Length; i++)
        {
            Add(text[i]);
            if (text[i] == '"' && text[i - 1] != '\\')
                break;
        }
        return i;
    }

    private static int EndOfComment(ReadOnlySpan<byte> text, int start)
    {
        int i = start + 2;
        while (i < text.Length && (text[i - 1] != '*' || text[i] != '/'))
            i++;
        return i;
    }

    private void Add(byte b)
    {
        block[used++] = b;
        total++;
        if (used == BlockSize)
            Mix();
    }

    public override string ToString()
    {
        ulong size = total;
        Add(0x80);
        while (used != BlockSize - 8)
            Add(0);
        // The length is not turned round as the text is.
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(56), (uint)(size << 3));
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(60), (uint)(size >> 29));
        Mix();
        string digits = "";
        foreach (uint word in state)
            digits += BinaryPrimitives.ReverseEndianness(word).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
        return digits[..Digits];
    }

    private void Mix()
    {
        used = 0;
        Span<uint> x = stackalloc uint[BlockSize / 4];
        for (int i = 0; i < x.Length; i++)
            x[i] = BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(i * 4));
        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        ReadOnlySpan<byte> shifts = [3, 7, 11, 19, 3, 5, 9, 13, 3, 9, 11, 15];
        ReadOnlySpan<byte> third = [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15];
        for (int i = 0; i < 48; i++)
        {
            int round = i / 16, step = i % 16;
            uint value = round switch
            {
                0 => ((b & c) | (~b & d)) + x[step],
                1 => ((b & c) | (b & d) | (c & d)) + x[((step & 3) << 2) | (step >> 2)] + 0x5A827999,
                _ => (b ^ c ^ d) + x[third[step]] + 0x6ED9EBA1,
            };
            uint mixed = BitOperations.RotateLeft(a + value, shifts[(round * 4) + (step & 3)]);
            (a, d, c, b) = (d, c, b, mixed);
        }
        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
    }
}
