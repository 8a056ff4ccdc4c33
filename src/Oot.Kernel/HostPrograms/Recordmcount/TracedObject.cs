using System.Buffers.Binary;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary>A relocatable object whose fields are read and changed in place, and whose new parts are appended (<see cref="Bytes"/>).</summary>
internal sealed class TracedObject(ElfImage image, TracerCall rules)
{
    private readonly List<byte> tail = [];

    internal ElfImage Image => image;

    internal TracerCall Rules => rules;

    internal bool IsWide => image.Class == ElfClass.Elf64;

    /// <summary>The size of an address.</summary>
    internal int WordSize => IsWide ? 8 : 4;

    /// <summary>The size of a relocation without its addend, which both forms begin with.</summary>
    internal int RelocationSize => 2 * WordSize;

    /// <summary>The size of a section header.</summary>
    internal int HeaderSize => IsWide ? 64 : 40;

    /// <summary>Whether anything is different from the file that was read.</summary>
    internal bool IsChanged { get; set; }

    /// <summary>The size of the file with what was appended.</summary>
    internal int Length => image.Length + tail.Count;

    /// <summary>The file as it is now.</summary>
    internal byte[] Bytes => [.. image.Bytes.AsSpan(0, image.Length), .. tail];

    /// <summary><c>e_shnum</c>, or section header 0's word on it.</summary>
    internal uint SectionCount => image.SectionCount is 0 ? (uint)image.Section(0).Size : image.SectionCount;

    /// <summary>The section with the names of sections.</summary>
    internal uint NameSection => image.NameSection is ElfSymbol.Extended ? image.Section(0).Link : image.NameSection;

    /// <summary>Where a section's header is.</summary>
    internal ulong HeaderAt(uint index) => image.SectionHeaders + ((ulong)index * (ulong)HeaderSize);

    /// <summary><c>sh_entsize</c>.</summary>
    internal ulong EntrySize(uint index) => image.Word(HeaderAt(index) + (IsWide ? 56UL : 36UL));

    /// <summary>The symbol of a relocation.</summary>
    internal uint RelocationSymbol(ulong at)
    {
        ulong info = at + (ulong)WordSize;
        return !IsWide ? image.U32(info) >> 8 : IsMips ? image.U32(info) : (uint)(image.U64(info) >> 32);
    }

    /// <summary>The type of a relocation.</summary>
    internal uint RelocationType(ulong at)
    {
        ulong info = at + (ulong)WordSize;
        return !IsWide ? image.U32(info) & 0xff : IsMips ? image.U8(info + 7) : (uint)image.U64(info);
    }

    /// <summary><c>r_info</c> in the file's byte order.</summary>
    internal byte[] RelocationInfo(uint symbol, uint type) =>
        !IsWide ? Word((symbol << 8) + (type & 0xff)) : IsMips ? [.. U32(symbol), 0, 0, 0, (byte)type] : Word(((ulong)symbol << 32) + type);

    /// <summary>A number as wide as an address, in the file's byte order.</summary>
    internal byte[] Word(ulong value)
    {
        if (!IsWide)
            return U32((uint)value);
        byte[] bytes = new byte[8];
        if (image.IsBigEndian)
            BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>A 32-bit number in the file's byte order.</summary>
    internal byte[] U32(uint value)
    {
        byte[] bytes = new byte[4];
        if (image.IsBigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>Puts bytes at a place of the file.</summary>
    internal void Put(ulong at, ReadOnlySpan<byte> bytes)
    {
        _ = image.Slice(at, (ulong)bytes.Length);
        bytes.CopyTo(image.Bytes.AsSpan((int)at));
    }

    /// <summary>Appends bytes to the file.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
            tail.Add(one);
    }

    // 64-bit MIPS packs a symbol and up to three types.
    private bool IsMips => image.Machine == ElfMachine.Mips;
}
