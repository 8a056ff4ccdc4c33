using System.Buffers.Binary;
using System.Text;

namespace Oot.Make.Caching;

/// <summary>Numbers (little-endian, eight bytes) and byte texts (length, bytes) in a row.</summary>
public sealed class CacheWriter
{
    private readonly MemoryStream _bytes = new();

    /// <summary>Appends a number.</summary>
    public CacheWriter Number(long value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, value);
        _bytes.Write(eight);
        return this;
    }

    /// <summary>Appends a byte text; a zero byte follows, so that it can be handed to the system as it lies there.</summary>
    public CacheWriter Text(string text)
    {
        Number(text.Length);
        _bytes.Write(Encoding.Latin1.GetBytes(text));
        _bytes.WriteByte(0);
        return this;
    }

    /// <summary>All of it.</summary>
    public byte[] ToArray() => _bytes.ToArray();
}
