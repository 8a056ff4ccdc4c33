using System.Buffers.Binary;

namespace Oot.Elf;

/// <summary>
/// An ELF file as the kernel's own tools see it: mapped into memory, every table looked at only where it is needed, and believed. Unlike <see cref="ElfFile"/> a wrong header
/// is no error by itself; but no read leaves the file: past its end there are zeros up to the end of the page, as in a mapping, and beyond that
/// <see cref="ElfDamagedException"/>.
/// </summary>
public sealed class ElfImage
{
    private const int PageSize = 4096;
    private readonly byte[] bytes;

    /// <param name="content">A buffer with the file at its beginning; it is kept, and made longer where it ends before the page does.</param>
    /// <param name="length">The file's size in bytes.</param>
    public ElfImage(byte[] content, int length)
    {
        int mapped = (int)MappedSize(length);
        if (content.Length != mapped)
            Array.Resize(ref content, mapped);
        content.AsSpan(length).Clear();
        (bytes, Length) = (content, length);
        Class = length > 4 && bytes[4] == 1 ? ElfClass.Elf32 : ElfClass.Elf64;
        IsBigEndian = length > 5 && bytes[5] == 2;
    }

    /// <summary>How much memory a mapping of a file takes, at most as much as an array can have: what <see cref="ElfImage(byte[], int)"/> best gets.</summary>
    public static long MappedSize(long length) => Math.Min((length + PageSize - 1) / PageSize * PageSize, Array.MaxLength);

    /// <summary>The file's size in bytes.</summary>
    public int Length { get; }

    /// <summary>The width of addresses; 64 bits where the file names no width.</summary>
    public ElfClass Class { get; }

    /// <summary>Whether numbers are stored most significant byte first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>Whether there is room for a file header, and it begins as one.</summary>
    public bool HasHeader => Length >= (Is64 ? 64 : 52) && bytes.AsSpan().StartsWith("\u007fELF"u8);

    /// <summary>The mapping: the file and the zeros after it. It may be written to; the file stays as it is.</summary>
    public byte[] Bytes => bytes;

    /// <summary><c>e_type</c>; 1 is a relocatable object.</summary>
    public ushort Type => U16(16);

    /// <summary>The architecture.</summary>
    public ElfMachine Machine => (ElfMachine)U16(18);

    /// <summary><c>e_shoff</c>: where the section headers begin.</summary>
    public ulong SectionHeaders => Is64 ? U64(40) : U32(32);

    /// <summary><c>e_shnum</c>; 0 when the number is in section header 0.</summary>
    public ushort SectionCount => U16(Is64 ? 60UL : 48UL);

    /// <summary><c>e_shstrndx</c>; 0xffff when the index is in section header 0.</summary>
    public ushort NameSection => U16(Is64 ? 62UL : 50UL);

    /// <summary>The size of an entry of a symbol table.</summary>
    public int SymbolSize => Is64 ? 24 : 16;

    private bool Is64 => Class == ElfClass.Elf64;

    /// <summary>A section header; its values are what the file says.</summary>
    public ElfSectionHeader Section(uint index)
    {
        ulong at = SectionHeaders + ((ulong)index * (Is64 ? 64UL : 40UL));
        return Is64
            ? new ElfSectionHeader(U32(at), U32(at + 4), U64(at + 8), U64(at + 16), U64(at + 24), U64(at + 32), U32(at + 40), U32(at + 44))
            : new ElfSectionHeader(U32(at), U32(at + 4), U32(at + 8), U32(at + 12), U32(at + 16), U32(at + 20), U32(at + 24), U32(at + 28));
    }

    /// <summary>The symbol at a place in the file.</summary>
    public ElfSymbol Symbol(ulong at) => Is64
        ? new ElfSymbol(U32(at), U8(at + 4), U16(at + 6), U64(at + 8), U64(at + 16))
        : new ElfSymbol(U32(at), U8(at + 12), U16(at + 14), U32(at + 4), U32(at + 8));

    /// <summary>A byte.</summary>
    public byte U8(ulong at) => bytes[Check(at, 1)];

    /// <summary>A 16-bit number in the file's byte order.</summary>
    public ushort U16(ulong at)
    {
        ReadOnlySpan<byte> from = bytes.AsSpan(Check(at, 2));
        return IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(from) : BinaryPrimitives.ReadUInt16LittleEndian(from);
    }

    /// <summary>A 32-bit number in the file's byte order.</summary>
    public uint U32(ulong at)
    {
        ReadOnlySpan<byte> from = bytes.AsSpan(Check(at, 4));
        return IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(from) : BinaryPrimitives.ReadUInt32LittleEndian(from);
    }

    /// <summary>A 64-bit number in the file's byte order.</summary>
    public ulong U64(ulong at)
    {
        ReadOnlySpan<byte> from = bytes.AsSpan(Check(at, 8));
        return IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(from) : BinaryPrimitives.ReadUInt64LittleEndian(from);
    }

    /// <summary>A number as wide as an address.</summary>
    public ulong Word(ulong at) => Is64 ? U64(at) : U32(at);

    /// <summary>Some bytes.</summary>
    public ReadOnlySpan<byte> Slice(ulong at, ulong size) => bytes.AsSpan(Check(at, size), (int)size);

    /// <summary>The length of the zero-terminated string at a place.</summary>
    public int StringLength(ulong at)
    {
        int start = Check(at, 1);
        int length = bytes.AsSpan(start).IndexOf((byte)0);
        return length >= 0 ? length : throw new ElfDamagedException($"a string at {at} has no end");
    }

    private int Check(ulong at, ulong size)
    {
        if (at > (ulong)bytes.Length || size > (ulong)bytes.Length - at)
            throw new ElfDamagedException($"{size} bytes at {at} are outside the file of {Length} bytes");
        return (int)at;
    }
}
