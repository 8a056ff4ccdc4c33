using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>
/// A finished module as an object file, decompressed: the sections that say what it is, found once, and read when they are asked for. It looks at a buffer that belongs to somebody
/// else and must not outlive what is in there. A section that is missing or leaves the file is empty.
/// </summary>
public sealed class ModuleImage
{
    private const uint Allocated = 2;
    private readonly ElfSectionHeader[] sections;
    private readonly int names;

    /// <param name="bytes">A buffer with the file at its beginning.</param>
    /// <param name="length">The file's size in bytes, its signature included.</param>
    public ModuleImage(byte[] bytes, int length)
    {
        SignatureBlock = SignatureBlock.Find(bytes.AsSpan(0, length));
        // What follows the object counts for nothing: the kernel cuts it off before it looks at the object.
        Elf = new ElfObject(bytes, SignatureBlock.ObjectLength);
        Whole = bytes.AsMemory(0, length);
        int count = Elf.HasSectionTable && Elf.HasMagic ? Elf.SectionCount : 0;
        sections = new ElfSectionHeader[count];
        for (int i = 0; i < count; i++)
            sections[i] = Elf.Section(i);
        names = Elf.NameSection < count ? Elf.NameSection : -1;
    }

    /// <summary>The object itself, without its signature.</summary>
    public ElfObject Elf { get; }

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Whole { get; }

    /// <summary>What is behind the object.</summary>
    public SignatureBlock SignatureBlock { get; }

    /// <summary>Every section header; none where the table leaves the file.</summary>
    public ReadOnlySpan<ElfSectionHeader> Sections => sections;

    /// <summary>A section's name.</summary>
    public ReadOnlySpan<byte> NameOf(in ElfSectionHeader section) => names < 0 ? [] : ElfObject.StringAt(Elf.Content(sections[names]), section.Name);

    /// <summary>The index of the first section of a name; 0 when there is none.</summary>
    /// <param name="allocated">Only sections that the kernel keeps in memory; the loader ignores others for most purposes.</param>
    public int Find(ReadOnlySpan<byte> name, bool allocated = false)
    {
        for (int i = 1; i < sections.Length; i++)
        {
            if ((!allocated || (sections[i].Flags & Allocated) != 0) && NameOf(sections[i]).SequenceEqual(name))
                return i;
        }
        return 0;
    }

    /// <summary>The content of the first section of a name.</summary>
    public ReadOnlySpan<byte> Content(ReadOnlySpan<byte> name, bool allocated = false) => Find(name, allocated) is > 0 and var index ? Elf.Content(sections[index]) : [];

    /// <summary>The index of the symbol table; 0 when there is none.</summary>
    public int SymbolTable
    {
        get
        {
            for (int i = 1; i < sections.Length; i++)
            {
                if (sections[i].Type == ElfSectionHeader.SymbolTable)
                    return i;
            }
            return 0;
        }
    }

    /// <summary>The symbols.</summary>
    public ReadOnlySpan<byte> Symbols => SymbolTable is > 0 and var index ? Elf.Content(sections[index]) : [];

    /// <summary>The names of symbols.</summary>
    public ReadOnlySpan<byte> SymbolNames => SymbolTable is > 0 and var index && sections[index].Link < sections.Length ? Elf.Content(sections[sections[index].Link]) : [];

    /// <summary><c>.modinfo</c>.</summary>
    public ModuleStrings Information => new(Content(".modinfo"u8));

    /// <summary>The build id, the bytes of the first <c>NT_GNU_BUILD_ID</c> note; empty when there is none.</summary>
    public ReadOnlySpan<byte> BuildId
    {
        get
        {
            foreach (ref readonly ElfSectionHeader section in Sections)
            {
                if (section.Type == 7 && BuildIdIn(Elf.Content(section)) is { Length: > 0 } id)
                    return id;
            }
            return [];
        }
    }

    // name size 32, description size 32, type 32, name, description; both padded to four bytes.
    private ReadOnlySpan<byte> BuildIdIn(ReadOnlySpan<byte> notes)
    {
        while (notes.Length >= 16)
        {
            uint nameSize = Elf.U32(notes, 0), size = Elf.U32(notes, 4), type = Elf.U32(notes, 8);
            ulong start = 12 + ((nameSize + 3UL) & ~3UL), end = start + size;
            if (end > (ulong)notes.Length)
                break;
            if (type == 3 && nameSize == 4 && notes[12..].StartsWith("GNU\0"u8))
                return notes[(int)start..(int)end];
            notes = notes[(int)Math.Min((end + 3) & ~3UL, (ulong)notes.Length)..];
        }
        return [];
    }
}
