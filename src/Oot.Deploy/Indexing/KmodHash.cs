using System.Buffers.Binary;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Paul Hsieh's SuperFastHash as kmod has it (kmod 30 to 34, shared/hash.c): it begins with the length, reads 16 bits little endian, and takes a last odd byte as a signed number. The order of
/// <c>modules.symbols</c> and of modules outside <c>modules.order</c> follows it.
/// </summary>
internal static class KmodHash
{
    internal static uint Of(ReadOnlySpan<byte> key)
    {
        uint hash = (uint)key.Length;
        while (key.Length >= 4)
        {
            hash += BinaryPrimitives.ReadUInt16LittleEndian(key);
            uint mixed = ((uint)BinaryPrimitives.ReadUInt16LittleEndian(key[2..]) << 11) ^ hash;
            hash = (hash << 16) ^ mixed;
            hash += hash >> 11;
            key = key[4..];
        }
        switch (key.Length)
        {
            case 3:
                hash += BinaryPrimitives.ReadUInt16LittleEndian(key);
                hash ^= hash << 16;
                hash ^= (uint)((sbyte)key[2] << 18);
                hash += hash >> 11;
                break;
            case 2:
                hash += BinaryPrimitives.ReadUInt16LittleEndian(key);
                hash ^= hash << 11;
                hash += hash >> 17;
                break;
            case 1:
                hash += (uint)(sbyte)key[0];
                hash ^= hash << 10;
                hash += hash >> 1;
                break;
        }
        hash ^= hash << 3;
        hash += hash >> 5;
        hash ^= hash << 4;
        hash += hash >> 17;
        hash ^= hash << 25;
        return hash + (hash >> 6);
    }
}
