using System.Buffers.Binary;

namespace Oot.Elf;

/// <summary>A smaller ELF file: the header of another one, some of its sections at their addresses, and one that is new and comes first.</summary>
public static class ElfExtract
{
    private const int Alignment = 8;

    /// <summary>Makes it.</summary>
    /// <param name="source">The file that it is made of, which has a whole header.</param>
    /// <param name="first">The name and the content of the new section.</param>
    /// <param name="sections">The names and headers of the sections that are taken.</param>
    public static byte[] Of(ElfObject source, (string Name, byte[] Content) first, IReadOnlyList<(string Name, ElfSectionHeader Header)> sections)
    {
        string names = "\0" + first.Name + "\0" + string.Concat(sections.Select(section => section.Name + "\0")) + ".shstrtab\0";
        int count = sections.Count + 3;
        long table = Aligned(source.HeaderSize), at = Aligned(table + ((long)count * source.SectionHeaderSize));
        long size = at + Aligned(first.Content.Length) + Aligned(names.Length) + sections.Sum(section => Aligned(source.Content(section.Header).Length));
        byte[] file = new byte[size];
        source.Bytes[..source.HeaderSize].CopyTo(file);
        Word(source, file, source.Class == ElfClass.Elf64 ? 40 : 32, (ulong)table);
        int counts = source.Class == ElfClass.Elf64 ? 60 : 48;
        Half(source, file, counts, (ushort)count);
        Half(source, file, counts + 2, (ushort)(count - 1));
        int number = 1;
        void Add(string name, ReadOnlySpan<byte> content, ulong address, uint type)
        {
            content.CopyTo(file.AsSpan((int)at));
            Header(source, file.AsSpan((int)table + (number++ * source.SectionHeaderSize)), new ElfSectionHeader((uint)names.IndexOf("\0" + name + "\0", StringComparison.Ordinal) + 1, type, 0, address, (ulong)at, (ulong)content.Length, 0, 0));
            at += Aligned(content.Length);
        }
        Add(first.Name, first.Content, 0, ElfSectionHeader.ProgramBits);
        foreach ((string name, ElfSectionHeader header) in sections)
            Add(name, source.Content(header), header.Address, header.Type);
        Add(".shstrtab", System.Text.Encoding.Latin1.GetBytes(names), 0, 3);
        return file;
    }

    private static long Aligned(long size) => (size + Alignment - 1) & -Alignment;

    private static void Header(ElfObject source, Span<byte> to, ElfSectionHeader section)
    {
        bool is64 = source.Class == ElfClass.Elf64;
        U32(source, to, 0, section.Name);
        U32(source, to, 4, section.Type);
        Word(source, to, is64 ? 16 : 12, section.Address);
        Word(source, to, is64 ? 24 : 16, section.Offset);
        Word(source, to, is64 ? 32 : 20, section.Size);
    }

    private static void Half(ElfObject source, Span<byte> to, int at, ushort value)
    {
        if (source.IsBigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(to[at..], value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(to[at..], value);
    }

    private static void U32(ElfObject source, Span<byte> to, int at, uint value)
    {
        if (source.IsBigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(to[at..], value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(to[at..], value);
    }

    private static void Word(ElfObject source, Span<byte> to, int at, ulong value)
    {
        if (source.Class == ElfClass.Elf32)
            U32(source, to, at, (uint)value);
        else if (source.IsBigEndian)
            BinaryPrimitives.WriteUInt64BigEndian(to[at..], value);
        else
            BinaryPrimitives.WriteUInt64LittleEndian(to[at..], value);
    }
}
