using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>Reads the relocations of one section of data, whatever the architecture: which symbol, and where in its section. The kinds of relocations do not matter here.</summary>
internal static class RelocatedPlaces
{
    internal static List<RelocatedPlace> Of(ModuleImage image, int target)
    {
        var places = new List<RelocatedPlace>();
        ElfObject elf = image.Elf;
        ReadOnlySpan<byte> symbols = image.Symbols, content = elf.Content(image.Sections[target]);
        foreach (ref readonly ElfSectionHeader section in image.Sections)
        {
            bool hasAddends = section.Type == ElfSectionHeader.RelocationsWithAddends;
            if (section.Info != target || !(hasAddends || section.Type == ElfSectionHeader.Relocations))
                continue;
            ReadOnlySpan<byte> entries = elf.Content(section);
            int size = elf.WordSize * (hasAddends ? 3 : 2);
            for (int at = 0; at <= entries.Length - size; at += size)
            {
                ulong offset = elf.Word(entries, at), info = elf.Word(entries, at + elf.WordSize);
                ulong index = elf.Class == ElfClass.Elf64 ? info >> 32 : info >> 8;
                if (index >= int.MaxValue)
                    continue;
                ElfSymbol symbol = elf.Symbol(symbols, (int)index);
                // Without an addend of its own the place holds it.
                ulong addend = hasAddends ? elf.Word(entries, at + (2 * elf.WordSize)) : offset < int.MaxValue ? elf.U32(content, (int)offset) : 0;
                int home = symbol.Section == ElfSymbol.Absolute ? -1 : symbol.Section;
                places.Add(new RelocatedPlace(offset, home, unchecked(symbol.Value + addend)));
            }
        }
        return places;
    }

    /// <summary>The smallest distance between two places: the width of a field; 0 where there are not two.</summary>
    internal static int Width(List<RelocatedPlace> places)
    {
        ulong width = ulong.MaxValue;
        for (int i = 1; i < places.Count; i++)
        {
            ulong a = places[i - 1].Offset, b = places[i].Offset, distance = a > b ? a - b : b - a;
            if (distance > 0 && distance < width)
                width = distance;
        }
        return width is 4 or 8 ? (int)width : 0;
    }
}
