using Oot.Core;

namespace Oot.Elf.Compression;

/// <summary>Reads files one after another, decompressed, into the same two buffers. Not for several threads at once.</summary>
public sealed class FileContent(IDisk disk)
{
    private byte[] raw = [], expanded = [];

    /// <summary>The last file's content; only the first <see cref="Length"/> bytes count.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The content's size in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>How the last file was compressed.</summary>
    public CompressionKind Compression { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <param name="limit">The most bytes that it may have, compressed or not.</param>
    /// <param name="errno">Why it cannot be read; 0 otherwise.</param>
    public Expansion Read(string path, int limit, out int errno)
    {
        errno = disk.Read(path, ref raw, out int length);
        if (errno != 0)
            return Expansion.Damaged("");
        if (length > limit)
            return Expansion.TooLarge;
        (Bytes, Length, Compression) = (raw, length, Decompressor.KindOf(raw.AsSpan(0, length)));
        if (Compression == CompressionKind.None)
            return Expansion.Of(length);
        Expansion result = Decompressor.Expand(raw.AsSpan(0, length), Compression, limit, ref expanded);
        (Bytes, Length) = (expanded, result.Length);
        return result;
    }
}
