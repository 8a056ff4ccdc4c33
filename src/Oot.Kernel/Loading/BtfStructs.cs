using System.Buffers.Binary;
using Oot.Elf;

namespace Oot.Kernel.Loading;

/// <summary>
/// Sizes of structures out of a kernel's type information (Documentation/bpf/btf.rst):
/// <code>eb9f | version 8, flags 8 | header size 32 | types at 32, size 32 | strings at 32, size 32
/// type: name 32, info 32 (members 16, …, kind 5), size or type 32, and what the kind adds</code>
/// </summary>
internal static class BtfStructs
{
    private const int StructKind = 4, Header = 24, TypeSize = 12;

    // What each kind adds: bytes of its own, and bytes for each member.
    private static readonly (int Own, int Member)[] Additions =
    [
        (0, 0), (4, 0), (0, 0), (12, 0), (0, 12), (0, 12), (0, 8), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 8), (4, 0), (0, 12), (0, 0), (4, 0), (0, 0), (0, 12),
    ];

    /// <summary>The size of a structure in bytes; 0 when there is none of that name.</summary>
    internal static long SizeOf(ReadOnlySpan<byte> btf, ReadOnlySpan<byte> name)
    {
        if (btf.Length < Header || BinaryPrimitives.ReadUInt16LittleEndian(btf) != 0xeb9f)
            return 0;
        uint header = U32(btf, 4), typesAt = U32(btf, 8), typesSize = U32(btf, 12), stringsAt = U32(btf, 16), stringsSize = U32(btf, 20);
        if (!Part(btf, header, typesAt, typesSize, out ReadOnlySpan<byte> types) || !Part(btf, header, stringsAt, stringsSize, out ReadOnlySpan<byte> strings))
            return 0;
        while (types.Length >= TypeSize)
        {
            uint info = U32(types, 4);
            int kind = (int)(info >> 24) & 31, members = (int)(info & 0xffff);
            if (kind == StructKind && ElfObject.StringAt(strings, U32(types, 0)).SequenceEqual(name))
                return U32(types, 8);
            if (kind >= Additions.Length)
                return 0;
            int size = TypeSize + Additions[kind].Own + (members * Additions[kind].Member);
            if (size > types.Length)
                return 0;
            types = types[size..];
        }
        return 0;
    }

    private static bool Part(ReadOnlySpan<byte> btf, uint header, uint at, uint size, out ReadOnlySpan<byte> part)
    {
        ulong start = (ulong)header + at;
        bool inside = start <= (ulong)btf.Length && size <= (ulong)btf.Length - start;
        part = inside ? btf.Slice((int)start, (int)size) : [];
        return inside;
    }

    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);
}
