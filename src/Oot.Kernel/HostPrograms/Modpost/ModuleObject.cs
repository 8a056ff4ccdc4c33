using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>An object file with what modpost needs of it found (kernel scripts/mod/modpost.c, parse_elf).</summary>
internal sealed class ModuleObject
{
    private ulong sectionNames, indexTable;
    private bool hasSymbols;

    private ModuleObject(ElfImage image) => Image = image;

    public ElfImage Image { get; }

    /// <summary>The number of sections; a damaged file can claim any.</summary>
    public uint SectionCount { get; private set; }

    /// <summary>Where the symbols begin in the file, and how many there are.</summary>
    public ulong Symbols { get; private set; }

    public ulong SymbolCount { get; private set; }

    /// <summary>Where the symbols' names begin in the file.</summary>
    public ulong Names { get; private set; }

    /// <summary>The section <c>.modinfo</c>; its offset is meaningless when there is none.</summary>
    public bool HasInformation { get; private set; }

    public ulong InformationOffset { get; private set; }

    public uint InformationLength { get; private set; }

    /// <summary>The number of <c>.export_symbol</c>; 0 when there is none.</summary>
    public uint ExportSection { get; private set; }

    /// <summary>The section <c>.no_trim_symbol</c>.</summary>
    public byte[] KeptNames { get; private set; } = [];

    /// <summary>Reads the headers; null for what is no ELF file, which modpost passes over. What it refuses is said and ends it.</summary>
    public static ModuleObject? Read(ElfImage image, string file, ModpostReport report, ModpostTraits traits)
    {
        if (!image.HasHeader)
            return null;
        if (traits.Has(ModpostTrait.ByteOrderOfObject) && image.Bytes[5] is not (1 or 2))
            throw report.Fatal("target endian is unknown\n");
        if (traits.Has(ModpostTrait.RelocatableOnly) && image.Type != 1)
            throw report.Fatal($"{file}: not relocatable object.");
        if (image.SectionHeaders > (ulong)image.Length)
            throw report.Fatal($"section header offset={image.SectionHeaders} in file '{file}' is bigger than filesize={image.Length}\n");
        var found = new ModuleObject(image);
        found.FindSections(file, report, traits);
        return found;
    }

    private void FindSections(string file, ModpostReport report, ModpostTraits traits)
    {
        SectionCount = Image.SectionCount == 0 ? (uint)Image.Section(0).Size : Image.SectionCount;
        sectionNames = Image.Section(Image.NameSection == ElfSymbol.Extended ? Image.Section(0).Link : Image.NameSection).Offset;
        uint symbols = uint.MaxValue, indices = uint.MaxValue;
        for (uint i = 1; i < SectionCount; i++)
        {
            ElfSectionHeader section = Image.Section(i);
            if (section.Type != ElfSectionHeader.NoBits && section.Offset > (ulong)Image.Length)
                throw report.Fatal($"{file} is truncated. sechdrs[i].sh_offset={section.Offset} > sizeof(*hrd)={(Image.Class == ElfClass.Elf64 ? 64 : 52)}\n");
            FindByName(i, section, file, report, traits);
            if (section.Type == ElfSectionHeader.SymbolTable)
            {
                symbols = i;
                hasSymbols = true;
                Symbols = section.Offset;
                SymbolCount = (section.Size + (ulong)Image.SymbolSize - 1) / (ulong)Image.SymbolSize;
                Names = Image.Section(section.Link).Offset;
            }
            else if (section.Type == ElfSectionHeader.SectionIndices)
            {
                indices = i;
                indexTable = section.Offset;
            }
        }
        if (!hasSymbols)
            throw report.Fatal($"{file} has no symtab?\n");
        if (indices != uint.MaxValue && Image.Section(indices).Link != symbols)
            throw report.Fatal($"{file}: SYMTAB_SHNDX has bad sh_link: {Image.Section(indices).Link}!={symbols}\n");
    }

    private void FindByName(uint index, ElfSectionHeader section, string file, ModpostReport report, ModpostTraits traits)
    {
        ReadOnlySpan<byte> name = Name(section);
        if (name.SequenceEqual(".modinfo"u8))
        {
            if (section.Type == ElfSectionHeader.NoBits)
                throw report.Fatal($"{file} has NOBITS .modinfo\n");
            (HasInformation, InformationOffset, InformationLength) = (true, section.Offset, (uint)section.Size);
        }
        else if (name.SequenceEqual(".export_symbol"u8))
        {
            ExportSection = index;
        }
        else if (name.SequenceEqual(".no_trim_symbol"u8) && traits.Has(ModpostTrait.NoTrimSymbols))
        {
            KeptNames = Image.Slice(section.Offset, (uint)section.Size).ToArray();
        }
    }

    private ReadOnlySpan<byte> Name(ElfSectionHeader section) => Image.Bytes.AsSpan((int)(sectionNames + section.Name), Image.StringLength(sectionNames + section.Name));

    /// <summary>A section's name; empty when there is no such section.</summary>
    public ReadOnlySpan<byte> SectionName(uint index) => index >= SectionCount ? [] : Name(Image.Section(index));

    /// <summary>A section's name from a place in it on; of a name that ends before that, what stands behind it.</summary>
    public ReadOnlySpan<byte> SectionNameFrom(uint index, int start)
    {
        ulong at = sectionNames + Image.Section(index).Name + (ulong)start;
        return Image.Bytes.AsSpan((int)at, Image.StringLength(at));
    }

    public ElfSymbol Symbol(ulong index) => Image.Symbol(Symbols + (index * (ulong)Image.SymbolSize));

    /// <summary>A symbol's name as it stands.</summary>
    public ByteName SymbolName(ElfSymbol symbol) => NameAt(Names + symbol.Name);

    private ByteName NameAt(ulong at)
    {
        int length = Image.StringLength(at);
        return new ByteName(Image.Bytes, (int)at, length);
    }

    /// <summary>A symbol's name without the number that a compiler put behind a dot (<c>__key.3</c>). It is cut where it stands: from then on every look at it finds the short one.</summary>
    public ByteName ShortName(ElfSymbol symbol)
    {
        ByteName name = SymbolName(symbol);
        ReadOnlySpan<byte> text = name.Span;
        int dot = text.IndexOf((byte)'.');
        if (dot <= 0)
            return name;
        int digits = text[(dot + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length - dot - 1 : digits;
        if (digits == 0 || (dot + 1 + digits < text.Length && text[dot + 1 + digits] != '.'))
            return name;
        Image.Bytes[(int)(Names + symbol.Name) + dot] = 0;
        return NameAt(Names + symbol.Name);
    }

    /// <summary>The number of a symbol's section; the reserved ones are moved to the end of the numbers, where no section is.</summary>
    public uint SectionOf(ulong index, ElfSymbol symbol)
    {
        if (symbol.Section == ElfSymbol.Extended)
            return Image.U32(indexTable + (index * 4));
        return symbol.Section >= ElfSymbol.FirstReserved ? symbol.Section - 0x10000u : symbol.Section;
    }

    /// <summary>Where a symbol's content begins in the file.</summary>
    public ulong DataOf(ulong index, ElfSymbol symbol) => Image.Section(SectionOf(index, symbol)).Offset + symbol.Value;

    /// <summary>The zero-terminated string at a place in the file.</summary>
    public ByteName StringAt(ulong at) => NameAt(at);
}
