using System.Buffers.Binary;

namespace Oot.Elf;

/// <summary>
/// An ELF file as a program sees it that checks each thing when it needs it, as the kernel's loader does: nothing is believed, nothing is copied, no read leaves the file.
/// <see cref="ElfFile"/> instead refuses a file with any wrong header.
/// </summary>
public readonly struct ElfObject
{
    private readonly byte[] bytes;
    private readonly bool is64;

    /// <param name="bytes">A buffer with the file at its beginning; it is only looked at.</param>
    /// <param name="length">The file's size in bytes.</param>
    public ElfObject(byte[] bytes, int length)
    {
        this.bytes = bytes;
        Length = Math.Min(length, bytes.Length);
        is64 = Length < 5 || bytes[4] != 1;
        IsBigEndian = Length > 5 && bytes[5] == 2;
    }

    /// <summary>The file's size in bytes.</summary>
    public int Length { get; }

    /// <summary>The width of addresses; 64 bits where the file names no width.</summary>
    public ElfClass Class => is64 ? ElfClass.Elf64 : ElfClass.Elf32;

    /// <summary>Whether numbers are stored most significant byte first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, Length);

    /// <summary>The size of a file header.</summary>
    public int HeaderSize => is64 ? 64 : 52;

    /// <summary>The size that a section header should have.</summary>
    public int SectionHeaderSize => is64 ? 64 : 40;

    /// <summary>The size of an entry of a symbol table.</summary>
    public int SymbolSize => is64 ? 24 : 16;

    /// <summary>The size of an address.</summary>
    public int WordSize => is64 ? 8 : 4;

    /// <summary>Whether the file is long enough for a file header.</summary>
    public bool HasHeader => Length >= HeaderSize;

    /// <summary>Whether it begins as an ELF file.</summary>
    public bool HasMagic => Bytes.StartsWith("\u007fELF"u8);

    /// <summary><c>e_type</c>; 1 is a relocatable object. As the rest of the header: 0 where there is none.</summary>
    public ushort Type => Half(Bytes, 16);

    /// <summary>The architecture.</summary>
    public ElfMachine Machine => (ElfMachine)Half(Bytes, 18);

    /// <summary><c>e_shoff</c>.</summary>
    public ulong SectionTable => Word(Bytes, is64 ? 40 : 32);

    /// <summary><c>e_flags</c>.</summary>
    public uint Flags => U32(Bytes, is64 ? 48 : 36);

    /// <summary><c>e_shentsize</c>.</summary>
    public int SectionEntrySize => Half(Bytes, is64 ? 58 : 46);

    /// <summary><c>e_shnum</c>.</summary>
    public int SectionCount => Half(Bytes, is64 ? 60 : 48);

    /// <summary><c>e_shstrndx</c>.</summary>
    public int NameSection => Half(Bytes, is64 ? 62 : 50);

    /// <summary>Whether all section headers lie in the file.</summary>
    public bool HasSectionTable => HasHeader && SectionTable < (ulong)Length && (ulong)(SectionCount * SectionHeaderSize) <= (ulong)Length - SectionTable;

    /// <summary>A section header; all zero outside the file.</summary>
    public ElfSectionHeader Section(int index)
    {
        ulong at = SectionTable + ((ulong)index * (ulong)SectionHeaderSize);
        if (index < 0 || at > (ulong)Length || (ulong)Length - at < (ulong)SectionHeaderSize)
            return default;
        ReadOnlySpan<byte> h = bytes.AsSpan((int)at, SectionHeaderSize);
        return is64
            ? new ElfSectionHeader(U32(h, 0), U32(h, 4), U64(h, 8), U64(h, 16), U64(h, 24), U64(h, 32), U32(h, 40), U32(h, 44))
            : new ElfSectionHeader(U32(h, 0), U32(h, 4), U32(h, 8), U32(h, 12), U32(h, 16), U32(h, 20), U32(h, 24), U32(h, 28));
    }

    /// <summary>Whether a section's bytes lie in the file; sections without bytes (<c>SHT_NULL</c>, <c>SHT_NOBITS</c>) do not count as such.</summary>
    public bool HasContent(in ElfSectionHeader section) =>
        section.Type is not (0 or ElfSectionHeader.NoBits) && section.Offset <= (ulong)Length && section.Size <= (ulong)Length - section.Offset;

    /// <summary>A section's bytes; empty for one without bytes and for one that leaves the file.</summary>
    public ReadOnlySpan<byte> Content(in ElfSectionHeader section) =>
        HasContent(section) ? bytes.AsSpan((int)section.Offset, (int)section.Size) : [];

    /// <summary>The symbol at an index of a table's content; all zero outside of it.</summary>
    public ElfSymbol Symbol(ReadOnlySpan<byte> table, int index)
    {
        if (index < 0 || index >= table.Length / SymbolSize)
            return default;
        ReadOnlySpan<byte> s = table.Slice(index * SymbolSize, SymbolSize);
        return is64
            ? new ElfSymbol(U32(s, 0), s[4], Half(s, 6), U64(s, 8), U64(s, 16))
            : new ElfSymbol(U32(s, 0), s[12], Half(s, 14), U32(s, 4), U32(s, 8));
    }

    /// <summary>The zero-terminated string at a place of some strings, to their end where it has none; empty outside.</summary>
    public static ReadOnlySpan<byte> StringAt(ReadOnlySpan<byte> strings, ulong at)
    {
        if (at >= (ulong)strings.Length)
            return [];
        ReadOnlySpan<byte> rest = strings[(int)at..];
        int end = rest.IndexOf((byte)0);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>A 16-bit number in the file's byte order; 0 outside, as for the following.</summary>
    public ushort Half(ReadOnlySpan<byte> from, int at) => (uint)at > (uint)from.Length - 2u || from.Length < 2 ? (ushort)0
        : IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(from[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);

    /// <summary>A 32-bit number.</summary>
    public uint U32(ReadOnlySpan<byte> from, int at) => from.Length < 4 || (uint)at > (uint)from.Length - 4u ? 0
        : IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(from[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);

    /// <summary>A 64-bit number.</summary>
    public ulong U64(ReadOnlySpan<byte> from, int at) => from.Length < 8 || (uint)at > (uint)from.Length - 8u ? 0
        : IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(from[at..]) : BinaryPrimitives.ReadUInt64LittleEndian(from[at..]);

    /// <summary>A number as wide as an address.</summary>
    public ulong Word(ReadOnlySpan<byte> from, int at) => is64 ? U64(from, at) : U32(from, at);
}
