using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Oot.Elf.Compression;

/// <summary>
/// xz through the system's liblzma. A stream ends with an index that knows the sizes (The .xz File Format, 1.2):
/// <code>header 12 | blocks | 00 records (unpadded size, size)… padding crc32 | crc32 backward size 4 flags 2 'Y' 'Z'</code>
/// </summary>
internal static unsafe partial class XzStream
{
    private const int FooterSize = 12, Success = 0, BufferError = 10;

    internal static ReadOnlySpan<byte> Magic => [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <summary>The size after decompression that the last stream's index gives; 0 where it gives none.</summary>
    internal static ulong DeclaredSize(ReadOnlySpan<byte> content)
    {
        if (content.Length < 2 * FooterSize || content[^2] != 'Y' || content[^1] != 'Z')
            return 0;
        ulong backward = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(content[^8..]) + 1) * 4;
        if (backward > (ulong)(content.Length - (2 * FooterSize)))
            return 0;
        ReadOnlySpan<byte> index = content[^(FooterSize + (int)backward)..^FooterSize];
        if (index[0] != 0)
            return 0;
        index = index[1..];
        ulong records = Number(ref index), total = 0;
        for (ulong i = 0; i < records && !index.IsEmpty; i++)
        {
            _ = Number(ref index);
            total += Number(ref index) & 0xffff_ffff_ffff;
        }
        return total;
    }

    /// <summary>Decodes every stream of the file; zero bytes between and after them are padding.</summary>
    internal static DecodeStatus Decode(ReadOnlySpan<byte> content, Span<byte> output, out int length)
    {
        length = 0;
        nuint from = 0, to = 0;
        fixed (byte* input = content, room = output)
        {
            while (from < (nuint)content.Length)
            {
                // liblzma would take a few bytes of something else for a stream that lacks room.
                if (!content[(int)from..].StartsWith(Magic))
                    return DecodeStatus.Damaged;
                ulong memory = 256 << 20;
                int status = StreamBufferDecode(&memory, 0, null, input, &from, (nuint)content.Length, room, &to, (nuint)output.Length);
                if (status == BufferError)
                    return DecodeStatus.NeedsRoom;
                if (status != Success)
                    return DecodeStatus.Damaged;
                while (from < (nuint)content.Length && input[from] == 0)
                    from++;
            }
        }
        length = (int)to;
        return DecodeStatus.Done;
    }

    // Seven bits a byte, the lowest first.
    private static ulong Number(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; shift < 63 && !bytes.IsEmpty; shift += 7)
        {
            byte b = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
                break;
        }
        return value;
    }

    [LibraryImport("liblzma.so.5", EntryPoint = "lzma_stream_buffer_decode")]
    private static partial int StreamBufferDecode(ulong* memoryLimit, uint flags, void* allocator, byte* input, nuint* from, nuint inputSize, byte* output, nuint* to, nuint outputSize);
}
