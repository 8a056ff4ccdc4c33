using System.IO.Compression;

namespace Oot.Elf.Compression;

/// <summary>
/// Decompresses a whole file from memory to memory. gzip is the framework's; xz and zstd are the system's liblzma and libzstd, which are loaded when the first such file comes;
/// lz4 is in <see cref="Lz4Block"/>. What a file says of its own size is only where the buffer begins: it grows while there is more, up to the limit.
/// </summary>
public static class Decompressor
{
    private const int FirstGuess = 1 << 20, LargestGuess = 64 << 20;

    /// <summary>The kind that content begins as.</summary>
    public static CompressionKind KindOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("\u001f"u8) && content.Length > 1 && content[1] == 0x8b ? CompressionKind.Gzip
        : content.StartsWith(XzStream.Magic) ? CompressionKind.Xz
        : content.StartsWith(ZstandardFrame.Magic) ? CompressionKind.Zstandard
        : content.StartsWith(Lz4Block.Magic) ? CompressionKind.Lz4
        : CompressionKind.None;

    /// <summary>Decompresses.</summary>
    /// <param name="kind">Its kind; <see cref="CompressionKind.None"/> copies.</param>
    /// <param name="limit">The most bytes that may come out.</param>
    /// <param name="buffer">Takes the result; replaced by a larger one where it is too small.</param>
    public static Expansion Expand(ReadOnlySpan<byte> content, CompressionKind kind, int limit, ref byte[] buffer)
    {
        try
        {
            return kind switch
            {
                CompressionKind.Gzip => Gzip(content, limit, ref buffer),
                CompressionKind.Xz => Grow(content, XzStream.DeclaredSize(content), limit, ref buffer, XzStream.Decode),
                CompressionKind.Zstandard => Grow(content, ZstandardFrame.DeclaredSize(content), limit, ref buffer, ZstandardFrame.Decode),
                CompressionKind.Lz4 => Grow(content, 0, limit, ref buffer, Lz4Block.DecodeFrame),
                _ => Copy(content, limit, ref buffer),
            };
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return new Expansion(ExpansionStatus.LibraryMissing, 0, kind == CompressionKind.Xz ? "liblzma5" : "libzstd1");
        }
    }

    private delegate DecodeStatus Decode(ReadOnlySpan<byte> content, Span<byte> output, out int length);

    // One call decodes all; where the room was too small it begins anew with twice as much.
    private static Expansion Grow(ReadOnlySpan<byte> content, ulong declared, int limit, ref byte[] buffer, Decode decode)
    {
        if (declared > (ulong)limit)
            return Expansion.TooLarge;
        int wanted = declared == 0 ? FirstGuess : (int)Math.Min(declared, LargestGuess);
        while (true)
        {
            Reserve(ref buffer, Math.Min(wanted, limit));
            DecodeStatus status = decode(content, buffer.AsSpan(0, Math.Min(buffer.Length, limit)), out int length);
            if (status == DecodeStatus.Done)
                return Expansion.Of(length);
            if (status == DecodeStatus.Damaged)
                return Expansion.Damaged("the compressed data are damaged");
            if (buffer.Length >= limit)
                return Expansion.TooLarge;
            wanted = buffer.Length > limit / 2 ? limit : buffer.Length * 2;
        }
    }

    private static unsafe Expansion Gzip(ReadOnlySpan<byte> content, int limit, ref byte[] buffer)
    {
        try
        {
            fixed (byte* start = content)
            {
                using var packed = new UnmanagedMemoryStream(start, content.Length);
                using var stream = new GZipStream(packed, CompressionMode.Decompress);
                // The last four bytes are the size, modulo 2³².
                uint declared = content.Length < 18 ? 0 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(content[^4..]);
                Reserve(ref buffer, (int)Math.Min(declared is 0 ? FirstGuess : Math.Min(declared, LargestGuess), (uint)limit));
                int length = 0;
                while (true)
                {
                    if (length == buffer.Length || length == limit)
                    {
                        // One byte more tells whether that was all.
                        int next = stream.ReadByte();
                        if (next < 0)
                            return Expansion.Of(length);
                        if (length >= limit)
                            return Expansion.TooLarge;
                        Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit));
                        buffer[length++] = (byte)next;
                    }
                    int count = stream.Read(buffer, length, Math.Min(buffer.Length, limit) - length);
                    if (count == 0)
                        return length == 0 ? Expansion.Damaged("the compressed data are cut off") : Expansion.Of(length);
                    length += count;
                }
            }
        }
        catch (InvalidDataException)
        {
            return Expansion.Damaged("the compressed data are damaged");
        }
    }

    private static Expansion Copy(ReadOnlySpan<byte> content, int limit, ref byte[] buffer)
    {
        if (content.Length > limit)
            return Expansion.TooLarge;
        Reserve(ref buffer, content.Length);
        content.CopyTo(buffer);
        return Expansion.Of(content.Length);
    }

    private static void Reserve(ref byte[] buffer, int size)
    {
        if (buffer.Length < size)
            buffer = GC.AllocateUninitializedArray<byte>(size);
    }
}
