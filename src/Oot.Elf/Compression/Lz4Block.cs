using System.Buffers.Binary;

namespace Oot.Elf.Compression;

/// <summary>
/// lz4 in the legacy frame (<c>lz4 -l</c>), as kernel images have it: <c>magic (size 32, block)…</c>, each block giving up to 8 MiB. A block is a row of sequences (LZ4 Block Format):
/// <code>token (literals 4 bits, match 4 bits) | more of the literals' number | literals | distance 16 | more of the match's length</code>
/// </summary>
internal static class Lz4Block
{
    private const int BlockLimit = 8 << 20, ShortestMatch = 4;

    internal static ReadOnlySpan<byte> Magic => [0x02, 0x21, 0x4c, 0x18];

    /// <summary>Decodes a frame; bytes after its blocks (a kernel image appends the size) end it.</summary>
    internal static DecodeStatus DecodeFrame(ReadOnlySpan<byte> content, Span<byte> output, out int length)
    {
        length = 0;
        content = content[Magic.Length..];
        while (content.Length >= 4)
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(content);
            if (size == BinaryPrimitives.ReadUInt32LittleEndian(Magic))
            {
                content = content[4..];
                continue;
            }
            if (size == 0 || size > content.Length - 4)
                break;
            DecodeStatus status = Decode(content.Slice(4, (int)size), output, ref length);
            if (status != DecodeStatus.Done)
                return status;
            content = content[(4 + (int)size)..];
        }
        return length == 0 ? DecodeStatus.Damaged : DecodeStatus.Done;
    }

    private static DecodeStatus Decode(ReadOnlySpan<byte> block, Span<byte> output, ref int length)
    {
        int at = 0, start = length;
        while (at < block.Length)
        {
            int token = block[at++];
            if (!Length(block, ref at, token >> 4, out int literals) || literals > block.Length - at || length - start > BlockLimit)
                return DecodeStatus.Damaged;
            if (literals > output.Length - length)
                return DecodeStatus.NeedsRoom;
            block.Slice(at, literals).CopyTo(output[length..]);
            at += literals;
            length += literals;
            if (at == block.Length)
                return DecodeStatus.Done;
            if (block.Length - at < 2)
                return DecodeStatus.Damaged;
            int distance = block[at] | (block[at + 1] << 8);
            at += 2;
            if (!Length(block, ref at, token & 15, out int match) || distance == 0 || distance > length - start)
                return DecodeStatus.Damaged;
            match += ShortestMatch;
            if (match > output.Length - length)
                return DecodeStatus.NeedsRoom;
            // The match may reach into itself.
            for (int i = 0; i < match; i++, length++)
                output[length] = output[length - distance];
        }
        return DecodeStatus.Done;
    }

    private static bool Length(ReadOnlySpan<byte> block, ref int at, int first, out int length)
    {
        length = first;
        if (first != 15)
            return true;
        while (at < block.Length)
        {
            byte more = block[at++];
            length += more;
            if (more != 255)
                return length <= BlockLimit;
        }
        return false;
    }
}
