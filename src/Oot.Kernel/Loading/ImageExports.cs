using Oot.Elf;

namespace Oot.Kernel.Loading;

/// <summary>
/// The exports of a linked kernel: <c>__ksymtab</c>, <c>__ksymtab_gpl</c> (until 7.0) and their CRCs. An entry is value, name and namespace, as 32-bit distances from each field itself, or as
/// addresses.
/// </summary>
internal static class ImageExports
{
    /// <summary>The exports; null when the image has no such tables.</summary>
    /// <param name="hasCrcs">The kernel has CRCs; without CONFIG_MODVERSIONS there are none.</param>
    internal static ExportTable? Read(KernelImage image, bool hasCrcs)
    {
        ElfSectionHeader strings = image.Section("__ksymtab_strings"u8), common = image.Section("__ksymtab"u8), gpl = image.Section("__ksymtab_gpl"u8);
        if (!image.Elf.HasContent(strings) || !image.Elf.HasContent(common))
            return null;
        byte[] names = image.Elf.Content(strings).ToArray();
        // What the file holds, not what its headers say.
        var table = new ExportTable(names, ((image.Elf.Content(common).Length + image.Elf.Content(gpl).Length) / 12) + 16);
        Read(image, common, hasCrcs ? image.Section("__kcrctab"u8) : default, false, image.Elf.Content(image.Section("__kflagstab"u8)), strings, names, table);
        Read(image, gpl, hasCrcs ? image.Section("__kcrctab_gpl"u8) : default, true, [], strings, names, table);
        return table;
    }

    private static void Read(
        KernelImage image, ElfSectionHeader section, ElfSectionHeader crcSection, bool isGpl, ReadOnlySpan<byte> flags, ElfSectionHeader strings, ReadOnlySpan<byte> names, ExportTable table)
    {
        ElfObject elf = image.Elf;
        ReadOnlySpan<byte> content = elf.Content(section), crcs = elf.Content(crcSection);
        if (content.Length < 12)
            return;
        // The first name tells which of the two forms it is.
        bool distances = NameAt(elf, content, section.Address, 1, 4, true) - strings.Address < strings.Size;
        int width = distances ? 4 : elf.WordSize, count = content.Length / (3 * width);
        for (int i = 0; i < count; i++)
        {
            ulong name = NameAt(elf, content, section.Address, (3 * i) + 1, width, distances) - strings.Address;
            if (name >= (ulong)names.Length)
                continue;
            ulong space = NameAt(elf, content, section.Address, (3 * i) + 2, width, distances) - strings.Address;
            ReadOnlySpan<byte> spaceName = ElfObject.StringAt(names, space);
            bool hasCrc = 4 * i <= crcs.Length - 4;
            table.Add((int)name, ElfObject.StringAt(names, name).Length, hasCrc, elf.U32(crcs, 4 * i), isGpl || (i < flags.Length && (flags[i] & 1) != 0), 0,
                spaceName.IsEmpty ? 0 : table.Word(Core.ByteText.FromBytes(spaceName)));
        }
    }

    private static ulong NameAt(ElfObject elf, ReadOnlySpan<byte> content, ulong address, int field, int width, bool distances)
    {
        int at = field * width;
        return distances ? unchecked(address + (ulong)at + (ulong)(int)elf.U32(content, at)) : elf.Word(content, at);
    }
}
