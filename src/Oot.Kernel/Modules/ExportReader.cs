using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>
/// The exports of a module: the entries of <c>__ksymtab</c> and, until 6.x, <c>__ksymtab_gpl</c>. An entry is value, name and namespace, as 32-bit distances or as addresses; in a module
/// the loader fills them in, so that the name is found through the entry's relocation. Their CRCs are in <c>__kcrctab[_gpl]</c>, as numbers, or (5.10) as relocations with the value or the place of
/// a symbol <c>__crc_NAME</c>. Since 7.0 one table has them all, and <c>__kflagstab</c> has a byte for each: 1 is GPL only.
/// </summary>
internal static class ExportReader
{
    private const uint GplOnly = 1;

    internal static ModuleExport[] Read(ModuleImage image)
    {
        int common = image.Find("__ksymtab"u8, allocated: true), gpl = image.Find("__ksymtab_gpl"u8, allocated: true);
        if (common == 0 && gpl == 0)
            return [];
        var exports = new List<ModuleExport>();
        Read(image, common, image.Find("__kcrctab"u8, allocated: true), isGpl: false, image.Content("__kflagstab"u8, allocated: true), exports);
        Read(image, gpl, image.Find("__kcrctab_gpl"u8, allocated: true), isGpl: true, [], exports);
        return [.. exports];
    }

    private static void Read(ModuleImage image, int table, int crcTable, bool isGpl, ReadOnlySpan<byte> flags, List<ModuleExport> exports)
    {
        int strings = image.Find("__ksymtab_strings"u8, allocated: true);
        if (table == 0 || strings == 0)
            return;
        ReadOnlySpan<byte> names = image.Elf.Content(image.Sections[strings]);
        List<RelocatedPlace> places = RelocatedPlaces.Of(image, table);
        // All places of one kind are equally far apart; the names are the second of three, the namespaces the third.
        int width = RelocatedPlaces.Width(places);
        int size = 3 * width;
        if (width == 0)
            return;
        // What the file holds, not what its header says.
        var nameOf = new int[image.Elf.Content(image.Sections[table]).Length / size];
        var spaceOf = new int[nameOf.Length];
        Array.Fill(nameOf, -1);
        Array.Fill(spaceOf, -1);
        foreach (RelocatedPlace place in places)
        {
            if (place.Section != strings || place.Offset / (ulong)size >= (ulong)nameOf.Length || place.Value >= (ulong)names.Length)
                continue;
            ulong part = place.Offset % (ulong)size;
            if (part == (ulong)width)
                nameOf[place.Offset / (ulong)size] = (int)place.Value;
            else if (part == 2UL * (ulong)width)
                spaceOf[place.Offset / (ulong)size] = (int)place.Value;
        }
        CrcTable crcs = CrcTable.Of(image, crcTable);
        for (int i = 0; i < nameOf.Length; i++)
        {
            if (nameOf[i] < 0)
                continue;
            bool hasCrc = crcs.TryGet(i, out uint crc);
            exports.Add(new ModuleExport(Text(names, nameOf[i]), hasCrc, crc, isGpl || (i < flags.Length && (flags[i] & GplOnly) != 0), spaceOf[i] < 0 ? "" : Text(names, spaceOf[i])));
        }
    }

    private static string Text(ReadOnlySpan<byte> names, int at) => ByteText.FromBytes(ElfObject.StringAt(names, (ulong)at));
}
