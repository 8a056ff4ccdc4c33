namespace Oot.Make.Caching;

/// <summary>A fast 64-bit hash for file names and for noticing damage; equality is always decided by comparing the whole.</summary>
public static class TextHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>FNV-1a over a text's characters.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        ulong hash = Offset;
        foreach (char c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    /// <summary>Of bytes, eight at a time.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = Offset ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = System.Numerics.BitOperations.RotateLeft(hash ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes), 29) * Prime;
            bytes = bytes[8..];
        }
        foreach (byte b in bytes)
            hash = (hash ^ b) * Prime;
        return hash ^ (hash >> 32);
    }
}
