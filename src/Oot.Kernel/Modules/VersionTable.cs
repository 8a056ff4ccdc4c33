using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>
/// The CRCs that a module carries of the symbols it needs (CONFIG_MODVERSIONS), in either form:
/// <code>
/// __versions:            (crc, as wide as an address | name, zero-filled to 64 bytes in all)…
/// __version_ext_crcs:    crc 32…        __version_ext_names: name 0…        (kernel 6.14; preferred where both are there)
/// </code>
/// modpost writes them in the order of the symbol table or the reverse (5.10), so a name is first looked for beside the last one found.
/// </summary>
internal ref struct VersionTable
{
    private const int EntrySize = 64;
    private readonly ElfObject elf;
    private readonly ReadOnlySpan<byte> entries, crcs, names;
    private readonly int count;
    private int last = -1;
    private int nextName;

    internal VersionTable(ModuleImage image)
    {
        elf = image.Elf;
        crcs = image.Content("__version_ext_crcs"u8, allocated: true);
        names = image.Content("__version_ext_names"u8, allocated: true);
        entries = image.Content("__versions"u8, allocated: true);
        IsExtended = image.Find("__version_ext_crcs"u8, allocated: true) > 0;
        IsBasic = image.Find("__versions"u8, allocated: true) > 0;
        count = entries.Length / EntrySize;
    }

    /// <summary>There are CRCs of the extended form.</summary>
    internal bool IsExtended { get; }

    /// <summary>There are CRCs of the basic form.</summary>
    internal bool IsBasic { get; }

    /// <summary>The CRC of a symbol.</summary>
    /// <param name="extended">Look in the extended form.</param>
    internal bool TryFind(ReadOnlySpan<byte> name, bool extended, out uint crc)
    {
        crc = 0;
        if (extended)
            return TryFindExtended(name, ref crc);
        foreach (int candidate in (ReadOnlySpan<int>)[last + 1, last - 1])
        {
            if (candidate >= 0 && candidate < count && IsNamed(candidate, name))
                return Take(candidate, out crc);
        }
        for (int i = 0; i < count; i++)
        {
            if (IsNamed(i, name))
                return Take(i, out crc);
        }
        return false;
    }

    private bool IsNamed(int index, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> field = entries.Slice((index * EntrySize) + elf.WordSize, EntrySize - elf.WordSize);
        return field.StartsWith(name) && (field.Length == name.Length || field[name.Length] == 0);
    }

    // The loader compares all of an address's width with 32 bits.
    private bool Take(int index, out uint crc)
    {
        last = index;
        ulong value = elf.Word(entries, index * EntrySize);
        crc = (uint)value;
        return true;
    }

    private bool TryFindExtended(ReadOnlySpan<byte> name, ref uint crc)
    {
        // Goes on where it stopped, and once around.
        int total = crcs.Length / 4;
        for (int pass = 0; pass < 2; pass++)
        {
            int place = pass == 0 ? nextName : 0;
            for (int i = pass == 0 ? last + 1 : 0; i < total && place < names.Length; i++)
            {
                ReadOnlySpan<byte> found = ElfObject.StringAt(names, (ulong)place);
                place += found.Length + 1;
                if (!found.SequenceEqual(name))
                    continue;
                (last, nextName) = (i, place);
                crc = elf.U32(crcs, 4 * i);
                return true;
            }
        }
        return false;
    }
}
