using System.Buffers.Binary;

namespace Oot.Kernel.Types;

/// <summary>
/// A module's own type information (<c>.BTF</c>), which goes on where the kernel's ends: with the numbers of its types and the places of its strings (kernel/bpf/btf.c, btf_parse_module). Built for
/// another kernel it points to nothing, or to something else; only the former shows.
/// </summary>
internal static class SplitTypes
{
    /// <summary>What a kernel says of it that does not find its first bytes.</summary>
    internal const string NoMagic = "Invalid magic";

    private const int Header = 24, Fixed = 12, KnownKinds = 20;

    /// <summary>What is wrong: the kernel's words where they are known, else empty; null when nothing is.</summary>
    /// <param name="btf">The section.</param>
    /// <param name="whole">The kernel's types; null: only the beginning can be looked at.</param>
    internal static string? Fault(ReadOnlySpan<byte> btf, TypeGraph? whole)
    {
        if (btf.Length < Header)
            return "";
        if (BinaryPrimitives.ReadUInt16LittleEndian(btf) != 0xeb9f)
            return NoMagic;
        ulong header = U32(btf, 4), typesAt = header + U32(btf, 8), typesSize = U32(btf, 12), stringsSize = U32(btf, 20);
        if (header < Header || typesAt > (ulong)btf.Length || typesSize > (ulong)btf.Length - typesAt || header + U32(btf, 16) + stringsSize > (ulong)btf.Length)
            return "";
        return whole is null || IsSound(btf.Slice((int)typesAt, (int)typesSize), whole, (ulong)whole.StringsSize + stringsSize) ? null : "";
    }

    private static bool IsSound(ReadOnlySpan<byte> types, TypeGraph whole, ulong strings)
    {
        int count = 0;
        for (ReadOnlySpan<byte> rest = types; rest.Length >= Fixed; count++)
        {
            int size = TypeGraph.SizeOfEntry(rest);
            if (size == 0 || size > rest.Length || U32(rest, 0) >= strings)
                return false;
            rest = rest[size..];
        }
        ulong all = (ulong)whole.Count + (ulong)count;
        for (ReadOnlySpan<byte> rest = types; rest.Length >= Fixed; rest = rest[TypeGraph.SizeOfEntry(rest)..])
        {
            var kind = (TypeKind)(U32(rest, 4) >> 24 & 31);
            bool refers = kind is TypeKind.Pointer or TypeKind.Typedef or TypeKind.Volatile or TypeKind.Const or TypeKind.Restrict or TypeKind.Function or TypeKind.Prototype or TypeKind.Variable or TypeKind.TypeTag;
            if ((int)kind >= KnownKinds || (refers && U32(rest, 8) >= all) || !AreMembersSound(rest, kind, all, strings))
                return false;
        }
        return true;
    }

    private static bool AreMembersSound(ReadOnlySpan<byte> type, TypeKind kind, ulong all, ulong strings)
    {
        if (kind is not (TypeKind.Struct or TypeKind.Union or TypeKind.Prototype))
            return true;
        int size = kind == TypeKind.Prototype ? 8 : 12, end = TypeGraph.SizeOfEntry(type);
        for (int at = Fixed; at < end; at += size)
        {
            if (U32(type, at) >= strings || U32(type, at + 4) >= all)
                return false;
        }
        return true;
    }

    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);
}
