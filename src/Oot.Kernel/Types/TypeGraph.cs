using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Types;

/// <summary>
/// Type information, type by type (Documentation/bpf/btf.rst): a kernel's, or a module's, whose types and strings are numbered on from the kernel's. Whatever is in it, every number that is out of
/// range reads as nothing.
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
    private readonly TypeGraph? basis;
    private readonly bool isDistilled;
    private readonly int first;
    private readonly List<int> starts = [];
    private readonly Lazy<Dictionary<string, int>> symbols;

    private TypeGraph(ReadOnlyMemory<byte> types, ReadOnlyMemory<byte> strings, TypeGraph? basis, bool isDistilled)
    {
        (this.types, this.strings, this.basis, this.isDistilled) = (types, strings, basis, isDistilled);
        // 0 is void, which nobody has.
        first = basis?.Count ?? 1;
        symbols = new(Symbols);
    }

    /// <summary>How many types there are, <c>void</c> and those that it goes on from included.</summary>
    public int Count => first + starts.Count;

    /// <summary>How many bytes of names there are, those that it goes on from included.</summary>
    internal int StringsSize => (basis?.StringsSize ?? 0) + strings.Length;

    /// <summary>The size of the entry that a text begins with; 0 where it is none.</summary>
    internal static int SizeOfEntry(ReadOnlySpan<byte> entry)
    {
        uint info = U32(entry, 4);
        int kind = (int)(info >> 24) & 31;
        return kind >= Additions.Length ? 0 : Fixed + Additions[kind].Own + ((int)(info & 0xffff) * Additions[kind].Member);
    }

    /// <summary>Reads type information; null when it is none, or of a newer form.</summary>
    /// <param name="basis">What it goes on from; null for one that stands by itself.</param>
    /// <param name="isDistilled">Of its structures only names and sizes are there (<c>.BTF.base</c>).</param>
    public static TypeGraph? Read(ReadOnlyMemory<byte> bytes, TypeGraph? basis = null, bool isDistilled = false)
    {
        ReadOnlySpan<byte> btf = bytes.Span;
        if (btf.Length < Header || BinaryPrimitives.ReadUInt16LittleEndian(btf) != 0xeb9f)
            return null;
        uint header = U32(btf, 4);
        if (Part(bytes, header, U32(btf, 8), U32(btf, 12)) is not { } types || Part(bytes, header, U32(btf, 16), U32(btf, 20)) is not { } strings)
            return null;
        var graph = new TypeGraph(types, strings, basis, isDistilled);
        return graph.Index() ? graph : null;
    }

    /// <summary>The number of an exported function's or variable's type; 0 when it is not there.</summary>
    internal int Symbol(string name) => symbols.Value.TryGetValue(name, out int type) ? type : basis?.Symbol(name) ?? 0;

    internal TypeKind KindOf(int type) => (TypeKind)(Info(type) >> 24 & 31);

    /// <summary>Nothing is known of a structure but its name: it may be any.</summary>
    internal bool IsOpen(int type) => KindOf(type) is var kind
        && (kind == TypeKind.Forward || (OwnerOf(type).isDistilled && kind is TypeKind.Struct or TypeKind.Union or TypeKind.Enumeration or TypeKind.Enumeration64 && (Info(type) & 0xffff) == 0));

    internal string NameOf(int type) => Entry(type) is { IsEmpty: false } entry ? Text(U32(entry, 0)) : "";

    /// <summary>The size in bytes of what has one.</summary>
    internal uint SizeOf(int type) => Entry(type) is { IsEmpty: false } entry ? U32(entry, 8) : 0;

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
        ReadOnlySpan<byte> entry = Entry(type);
        var members = new TypeMember[U32(entry, 4) & 0xffff];
        int at = Fixed, size = Additions[(int)kind].Member;
        for (int i = 0; i < members.Length; i++, at += size)
        {
            string name = Text(U32(entry, at));
            members[i] = kind switch
            {
                TypeKind.Prototype => new TypeMember(name, (int)Math.Min(U32(entry, at + 4), int.MaxValue), 0),
                TypeKind.Enumeration => new TypeMember(name, 0, U32(entry, at + 4)),
                TypeKind.Enumeration64 => new TypeMember(name, 0, U32(entry, at + 4) | ((ulong)U32(entry, at + 8) << 32)),
                _ => new TypeMember(name, (int)Math.Min(U32(entry, at + 4), int.MaxValue), U32(entry, at + 8)),
            };
        }
        return members;
    }

    // Where each type begins.
    private bool Index()
    {
        ReadOnlySpan<byte> all = types.Span;
        for (int at = 0; at <= all.Length - Fixed;)
        {
            int size = SizeOfEntry(all[at..]);
            if (size == 0 || size > all.Length - at)
                return false;
            starts.Add(at);
            at += size;
        }
        return true;
    }

    // Functions and variables by name; of the same name the first.
    private Dictionary<string, int> Symbols()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int type = first; type < Count; type++)
        {
            if (KindOf(type) is TypeKind.Function or TypeKind.Variable)
                found.TryAdd(NameOf(type), type);
        }
        return found;
    }

    private TypeGraph OwnerOf(int type) => basis is not null && type < first ? basis.OwnerOf(type) : this;

    // A type, and all that follows it; empty for void and for a number that there is not.
    private ReadOnlySpan<byte> Entry(int type)
    {
        if (basis is not null && type < first)
            return basis.Entry(type);
        int index = type - first;
        return index >= 0 && index < starts.Count ? types.Span[starts[index]..] : [];
    }

    private uint Info(int type) => Entry(type) is { IsEmpty: false } entry ? U32(entry, 4) : 0;

    private uint Extra(int type, int at) => Entry(type) is { IsEmpty: false } entry && Additions[(int)KindOf(type)].Own >= at + 4 ? U32(entry, Fixed + at) : 0;

    private string Text(uint at)
    {
        int before = basis?.StringsSize ?? 0;
        return basis is not null && at < (uint)before ? basis.Text(at) : ByteText.FromBytes(ElfObject.StringAt(strings.Span, at - (uint)before));
    }

    private static ReadOnlyMemory<byte>? Part(ReadOnlyMemory<byte> bytes, uint header, uint at, uint size)
    {
        ulong start = (ulong)header + at;
        return start <= (ulong)bytes.Length && size <= (ulong)bytes.Length - start ? bytes.Slice((int)start, (int)size) : null;
    }

    private static uint U32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);
}
