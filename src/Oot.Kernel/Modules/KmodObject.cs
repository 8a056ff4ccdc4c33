using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>
/// A module's file as libkmod sees it: sections go by their names alone, whatever their types, and what kmod finds wrong is wrong here with the same errno (kmod 30 and 34, libkmod).
/// </summary>
public readonly struct KmodObject
{
    private readonly ElfSectionHeader names;

    private KmodObject(ElfObject elf, ElfSectionHeader names) => (Elf, this.names) = (elf, names);

    /// <summary>The object; what is behind it in the file belongs to it.</summary>
    public ElfObject Elf { get; }

    /// <summary>Checks the headers.</summary>
    /// <param name="bytes">A buffer with the decompressed file at its beginning.</param>
    /// <param name="length">Its size.</param>
    /// <returns>0 or errno.</returns>
    public static int Open(byte[] bytes, int length, out KmodObject file)
    {
        var elf = new ElfObject(bytes, length);
        file = default;
        // It reads six bytes to see whether a file is compressed, and wants them.
        if (length < 6)
            return Errno.InvalidArgument;
        if (length <= 16 || !elf.HasMagic)
            return Errno.ExecFormat;
        if (bytes[4] is not (1 or 2) || length <= elf.HeaderSize || bytes[5] is not (1 or 2) || elf.SectionEntrySize != elf.SectionHeaderSize
            || elf.SectionTable > (ulong)length || (ulong)(elf.SectionCount * elf.SectionHeaderSize) > (ulong)length - elf.SectionTable)
            return Errno.InvalidArgument;
        file = new KmodObject(elf, elf.Section(elf.NameSection));
        return elf.NameSection == 0 || elf.NameSection >= elf.SectionCount || !file.TryContent(file.names, out ReadOnlySpan<byte> text) || text.IsEmpty || text[^1] != 0
            ? Errno.InvalidArgument : 0;
    }

    /// <summary>The content of the first section of a name that lies in the file.</summary>
    public bool TrySection(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> content)
    {
        _ = TryContent(names, out ReadOnlySpan<byte> texts);
        for (int i = 1; i < Elf.SectionCount; i++)
        {
            ElfSectionHeader section = Elf.Section(i);
            if (section.Name < texts.Length && IsAt(texts[(int)section.Name..], name) && TryContent(section, out content))
                return true;
        }
        content = [];
        return false;
    }

    /// <summary>The content of a section by its index.</summary>
    public bool TrySection(int index, out ReadOnlySpan<byte> content)
    {
        content = [];
        return index > 0 && index < Elf.SectionCount && TryContent(Elf.Section(index), out content);
    }

    private static bool IsAt(ReadOnlySpan<byte> texts, ReadOnlySpan<byte> name) => texts.Length > name.Length && texts[name.Length] == 0 && texts.StartsWith(name);

    // kmod does not look at the type: a section without bytes must lie in the file too.
    private bool TryContent(ElfSectionHeader section, out ReadOnlySpan<byte> content)
    {
        bool inside = section.Offset <= (ulong)Elf.Length && section.Size <= (ulong)Elf.Length - section.Offset;
        content = inside ? Elf.Bytes.Slice((int)section.Offset, (int)section.Size) : [];
        return inside;
    }
}
