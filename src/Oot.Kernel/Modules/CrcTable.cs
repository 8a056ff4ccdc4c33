using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>A <c>__kcrctab</c>: the CRC of each entry of the export table beside it.</summary>
internal readonly ref struct CrcTable
{
    private readonly ElfObject elf;
    private readonly ReadOnlySpan<byte> content;
    private readonly Dictionary<int, uint>? relocated;

    private CrcTable(ElfObject elf, ReadOnlySpan<byte> content, Dictionary<int, uint>? relocated)
    {
        this.elf = elf;
        this.content = content;
        this.relocated = relocated;
    }

    internal static CrcTable Of(ModuleImage image, int section)
    {
        if (section == 0)
            return default;
        ElfObject elf = image.Elf;
        Dictionary<int, uint>? relocated = null;
        foreach (RelocatedPlace place in RelocatedPlaces.Of(image, section))
        {
            if (place.Offset >= int.MaxValue)
                continue;
            relocated ??= [];
            bool inSection = place.Section > 0 && place.Section < image.Sections.Length && place.Value < int.MaxValue;
            if (place.Section == -1)
                relocated[(int)place.Offset] = (uint)place.Value;
            else if (inSection)
                relocated[(int)place.Offset] = elf.U32(elf.Content(image.Sections[place.Section]), (int)place.Value);
        }
        return new CrcTable(elf, elf.Content(image.Sections[section]), relocated);
    }

    internal bool TryGet(int index, out uint crc)
    {
        crc = 0;
        int at = 4 * index;
        if (content.Length < 4 || at > content.Length - 4)
            return false;
        if (relocated is null || !relocated.TryGetValue(at, out crc))
            crc = elf.U32(content, at);
        return true;
    }
}
