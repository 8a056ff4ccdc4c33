using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Types;

/// <summary>
/// A kernel's type information, type by type (Documentation/bpf/btf.rst). Whatever is in it, every number that is out of range reads as nothing.
/// <code>eb9f | version 8, flags 8 | header size 32 | types at 32, size 32 | strings at 32, size 32
/// type: name 32, info 32 (members 16, …, kind 5, flag 1), size or type 32, and what the kind adds</code>
/// </summary>
public sealed class TypeGraph
{
    private const int Header = 24, Fixed = 12;

    // What each kind adds: bytes of its own, and bytes for each member.
    private static readonly (int Own, int Member)[] Additions =
    [
        (0, 0), (4, 0), (0, 0), (12, 0), (0, 12), (0, 12), (0, 8), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 8), (4, 0), (0, 12), (0, 0), (4, 0), (0, 0), (0, 12),
    ];

    private readonly ReadOnlyMemory<byte> types, strings;
    private readonly List<int> starts = [0];
    private readonly Dictionary<string, int> symbols = new(StringComparer.Ordinal);

    private TypeGraph(ReadOnlyMemory<byte> types, ReadOnlyMemory<byte> strings) => (this.types, this.strings) = (types, strings);

    /// <summary>How many types there are, <c>void</c> included.</summary>
    public int Count => starts.Count;

    /// <summary>How many bytes of names there are.</summary>
    internal int StringsSize => strings.Length;

    /// <summary>The size of the entry that a text begins with; 0 where it is none.</summary>
    internal static int SizeOfEntry(ReadOnlySpan<byte> entry)
    {
        uint info = U32(entry, 4);
        int kind = (int)(info >> 24) & 31;
        return kind >= Additions.Length ? 0 : Fixed + Additions[kind].Own + ((int)(info & 0xffff) * Additions[kind].Member);
    }

    /// <summary>Reads type information; null when it is none, or of a newer form.</summary>
    public static TypeGraph? Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> btf = bytes.Span;
        if (btf.Length < Header || BinaryPrimitives.ReadUInt16LittleEndian(btf) != 0xeb9f)
            return null;
        uint header = U32(btf, 4);
        if (Part(bytes, header, U32(btf, 8), U32(btf, 12)) is not { } types || Part(bytes, header, U32(btf, 16), U32(btf, 20)) is not { } strings)
            return null;
        var graph = new TypeGraph(types, strings);
        return graph.Index() ? graph : null;
    }

    /// <summary>The number of an exported function's or variable's type; 0 when it is not there.</summary>
    internal int Symbol(string name) => symbols.GetValueOrDefault(name);

    internal TypeKind KindOf(int type) => (TypeKind)(Info(type) >> 24 & 31);

    internal string NameOf(int type) => type > 0 && type < Count ? Text(U32(types.Span, starts[type])) : "";

    /// <summary>The size in bytes of what has one.</summary>
    internal uint SizeOf(int type) => type > 0 && type < Count ? U32(types.Span, starts[type] + 8) : 0;

    /// <summary>The type that a pointer, a typedef, a qualifier, a function or a variable refers to; the element of an array.</summary>
    internal int TargetOf(int type) => (int)Math.Min(KindOf(type) == TypeKind.Array ? Extra(type, 0) : SizeOf(type), int.MaxValue);

    /// <summary>How many elements an array has; an integer's width and signedness.</summary>
    internal uint ExtentOf(int type) => KindOf(type) == TypeKind.Array ? Extra(type, 8) : Extra(type, 0);

    /// <summary>Members, parameters or values, in their order.</summary>
    internal TypeMember[] MembersOf(int type)
    {
        TypeKind kind = KindOf(type);
        if (kind is not (TypeKind.Struct or TypeKind.Union or TypeKind.Enumeration or TypeKind.Enumeration64 or TypeKind.Prototype))
            return [];
        var members = new TypeMember[Info(type) & 0xffff];
        ReadOnlySpan<byte> all = types.Span;
        int at = starts[type] + Fixed, size = Additions[(int)kind].Member;
        for (int i = 0; i < members.Length; i++, at += size)
        {
            string name = Text(U32(all, at));
            members[i] = kind switch
            {
                TypeKind.Prototype => new TypeMember(name, (int)Math.Min(U32(all, at + 4), int.MaxValue), 0),
                TypeKind.Enumeration => new TypeMember(name, 0, U32(all, at + 4)),
                TypeKind.Enumeration64 => new TypeMember(name, 0, U32(all, at + 4) | ((ulong)U32(all, at + 8) << 32)),
                _ => new TypeMember(name, (int)Math.Min(U32(all, at + 4), int.MaxValue), U32(all, at + 8)),
            };
        }
        return members;
    }

    // Where each type begins, and the functions and variables by name.
    private bool Index()
    {
        ReadOnlySpan<byte> all = types.Span;
        for (int at = 0; at <= all.Length - Fixed;)
        {
            int kind = (int)(U32(all, at + 4) >> 24) & 31, size = SizeOfEntry(all[at..]);
            if (size == 0 || size > all.Length - at)
                return false;
            starts.Add(at);
            if ((TypeKind)kind is TypeKind.Function or TypeKind.Variable)
                symbols.TryAdd(Text(U32(all, at)), starts.Count - 1);
            at += size;
        }
        return true;
    }

    private uint Info(int type) => type > 0 && type < Count ? U32(types.Span, starts[type] + 4) : 0;

    private uint Extra(int type, int at) => type > 0 && type < Count && Additions[(int)KindOf(type)].Own >= at + 4 ? U32(types.Span, starts[type] + Fixed + at) : 0;

    private string Text(uint at) => ByteText.FromBytes(ElfObject.StringAt(strings.Span, at));

    private static ReadOnlyMemory<byte>? Part(ReadOnlyMemory<byte> bytes, uint header, uint at, uint size)
    {
        ulong start = (ulong)header + at;
        return start <= (ulong)bytes.Length && size <= (ulong)bytes.Length - start ? bytes.Slice((int)start, (int)size) : null;
    }

    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);
}
