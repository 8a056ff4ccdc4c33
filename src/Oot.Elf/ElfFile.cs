using System.Buffers.Binary;
using Oot.Core;

namespace Oot.Elf;

/// <summary>
/// An ELF file seen through its section headers, 32- and 64-bit, either byte order. Nothing is copied and nothing is repaired: a header that points outside the
/// file makes <see cref="Read"/> fail.
/// <code>
/// e_ident[16]: 7f 'E' 'L' 'F', class, byte order, …       e_type 16, e_machine 18
///               e_shoff      e_shentsize  e_shnum  e_shstrndx
/// 32-bit        32 (4)       46           48       50          section header 40 bytes
/// 64-bit        40 (8)       58           60       62          section header 64 bytes
/// </code>
/// Source: the System V ABI, chapters 4 and 5 (e_shnum 0 and e_shstrndx 0xffff: the real numbers are in section header 0).
/// </summary>
public readonly struct ElfFile
{
    private const int Identification = 16;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly ElfSection[] sections;

    private ElfFile(ReadOnlyMemory<byte> bytes, ElfClass elfClass, bool bigEndian, ushort type, ElfMachine machine, ElfSection[] sections)
    {
        this.bytes = bytes;
        this.sections = sections;
        Class = elfClass;
        IsBigEndian = bigEndian;
        Type = type;
        Machine = machine;
    }

    /// <summary>The width of addresses.</summary>
    public ElfClass Class { get; }

    /// <summary>Whether numbers are stored most significant byte first.</summary>
    public bool IsBigEndian { get; }

    /// <summary><c>e_type</c>: 1 is a relocatable object, which a kernel module is.</summary>
    public ushort Type { get; }

    /// <summary>The architecture.</summary>
    public ElfMachine Machine { get; }

    /// <summary>Every section in the order of the file, the empty one at 0 included.</summary>
    public ReadOnlySpan<ElfSection> Sections => sections;

    /// <summary>Reads the headers. On failure <paramref name="error"/> says what is wrong with which header.</summary>
    public static bool Read(ReadOnlyMemory<byte> bytes, out ElfFile file, out string error)
    {
        file = default;
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < Identification || !span.StartsWith("\u007fELF"u8))
            return Fail("not an ELF file", out error);
        if (span[4] is not (1 or 2))
            return Fail($"unknown ELF class {span[4]}", out error);
        if (span[5] is not (1 or 2))
            return Fail($"unknown ELF byte order {span[5]}", out error);
        var reader = new Fields(span[4] == 2, span[5] == 2);
        if (span.Length < reader.FileHeaderSize)
            return Fail($"the ELF header is cut off after {span.Length} bytes", out error);
        if (!ReadSections(span, reader, out ElfSection[] sections, out error))
            return false;
        file = new ElfFile(bytes, (ElfClass)span[4], span[5] == 2, reader.Half(span, 16), (ElfMachine)reader.Half(span, 18), sections);
        return true;
    }

    /// <summary>The first section of a name; false when there is none.</summary>
    public bool FindSection(string name, out ElfSection section)
    {
        foreach (ElfSection candidate in sections)
        {
            if (candidate.Name == name)
            {
                section = candidate;
                return true;
            }
        }
        section = default;
        return false;
    }

    /// <summary>A section's bytes; empty for <c>SHT_NOBITS</c>.</summary>
    public ReadOnlySpan<byte> Content(ElfSection section) =>
        section.Type == ElfSection.NoBits ? [] : bytes.Span.Slice((int)section.Offset, (int)section.Size);

    /// <summary>
    /// The zero-terminated strings of a section (<c>.modinfo</c>, <c>.comment</c>) as byte text, empty ones (padding) left out; a last string without its zero
    /// counts. Empty when there is no such section.
    /// </summary>
    public IReadOnlyList<string> Strings(string sectionName)
    {
        var strings = new List<string>();
        if (!FindSection(sectionName, out ElfSection section))
            return strings;
        ReadOnlySpan<byte> rest = Content(section);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)0);
            ReadOnlySpan<byte> text = end < 0 ? rest : rest[..end];
            if (!text.IsEmpty)
                strings.Add(ByteText.FromBytes(text));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
        return strings;
    }

    private static bool ReadSections(ReadOnlySpan<byte> span, Fields reader, out ElfSection[] sections, out string error)
    {
        sections = [];
        error = "";
        ulong table = reader.SectionTable(span);
        if (table == 0)
            return true;
        int entry = reader.SectionEntrySize(span);
        if (entry < reader.SectionHeaderSize)
            return Fail($"section headers of {entry} bytes", out error);
        if (!Inside(span.Length, table, (ulong)entry))
            return Fail($"the section headers begin at {table}, outside the file of {span.Length} bytes", out error);
        RawSection first = reader.Section(span.Slice((int)table, entry));
        ulong count = reader.SectionCount(span) is 0 ? first.Size : reader.SectionCount(span);
        uint nameTable = reader.NameTable(span) is 0xffff ? first.Link : reader.NameTable(span);
        if (count > (ulong)(span.Length / entry) || !Inside(span.Length, table, count * (ulong)entry))
            return Fail($"{count} section headers at {table} do not fit into the file of {span.Length} bytes", out error);
        if (count == 0)
            return true;
        if (nameTable >= count)
            return Fail($"section names are in section {nameTable} of {count}", out error);
        RawSection names = reader.Section(span.Slice((int)table + ((int)nameTable * entry), entry));
        if (names.Type == ElfSection.NoBits || !Inside(span.Length, names.Offset, names.Size))
            return Fail("the section names lie outside the file", out error);
        ReadOnlySpan<byte> nameBytes = span.Slice((int)names.Offset, (int)names.Size);
        var result = new ElfSection[(int)count];
        for (int i = 0; i < result.Length; i++)
        {
            RawSection raw = reader.Section(span.Slice((int)table + (i * entry), entry));
            if (i > 0 && raw.Type is not (0 or ElfSection.NoBits) && !Inside(span.Length, raw.Offset, raw.Size))
                return Fail($"section {i} ({raw.Size} bytes at {raw.Offset}) lies outside the file of {span.Length} bytes", out error);
            if (raw.Name > (uint)nameBytes.Length)
                return Fail($"the name of section {i} lies outside the section names", out error);
            ReadOnlySpan<byte> name = nameBytes[(int)raw.Name..];
            int end = name.IndexOf((byte)0);
            if (end < 0 && !name.IsEmpty)
                return Fail($"the name of section {i} has no end", out error);
            bool empty = i == 0 || raw.Type == 0;
            result[i] = new ElfSection(ByteText.FromBytes(name[..Math.Max(0, end)]), raw.Type, raw.Flags, empty ? 0 : raw.Offset, empty ? 0 : raw.Size, raw.Link, raw.Info, raw.EntrySize);
        }
        sections = result;
        return true;
    }

    private static bool Inside(int length, ulong offset, ulong size) => offset <= (ulong)length && size <= (ulong)length - offset;

    private static bool Fail(string message, out string error)
    {
        error = message;
        return false;
    }

    private readonly record struct RawSection(uint Name, uint Type, ulong Flags, ulong Offset, ulong Size, uint Link, uint Info, ulong EntrySize);

    /// <summary>Where fields are in one class and byte order.</summary>
    private readonly record struct Fields(bool Wide, bool BigEndian)
    {
        public int FileHeaderSize => Wide ? 64 : 52;

        public int SectionHeaderSize => Wide ? 64 : 40;

        public ulong SectionTable(ReadOnlySpan<byte> span) => Wide ? Long(span, 40) : Word(span, 32);

        public int SectionEntrySize(ReadOnlySpan<byte> span) => Half(span, Wide ? 58 : 46);

        public ulong SectionCount(ReadOnlySpan<byte> span) => Half(span, Wide ? 60 : 48);

        public uint NameTable(ReadOnlySpan<byte> span) => Half(span, Wide ? 62 : 50);

        public RawSection Section(ReadOnlySpan<byte> span) => Wide
            ? new RawSection(Word(span, 0), Word(span, 4), Long(span, 8), Long(span, 24), Long(span, 32), Word(span, 40), Word(span, 44), Long(span, 56))
            : new RawSection(Word(span, 0), Word(span, 4), Word(span, 8), Word(span, 16), Word(span, 20), Word(span, 24), Word(span, 28), Word(span, 36));

        public ushort Half(ReadOnlySpan<byte> span, int at) =>
            BigEndian ? BinaryPrimitives.ReadUInt16BigEndian(span[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(span[at..]);

        private uint Word(ReadOnlySpan<byte> span, int at) =>
            BigEndian ? BinaryPrimitives.ReadUInt32BigEndian(span[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(span[at..]);

        private ulong Long(ReadOnlySpan<byte> span, int at) =>
            BigEndian ? BinaryPrimitives.ReadUInt64BigEndian(span[at..]) : BinaryPrimitives.ReadUInt64LittleEndian(span[at..]);
    }
}
