using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of input devices and what they hang on.</summary>
internal static class InputAliases
{
    private const int LongestAlias = 256;

    /// <summary><c>hid:bNgNvNpN</c></summary>
    public static void Hid(DeviceEntry entry) => entry.Add(
        "hid:" + entry.Unless(0xffff, "b", "bus") + entry.Unless(0, "g", "group") + entry.Unless(~0u, "v", "vendor") + entry.Unless(~0u, "p", "product"));

    /// <summary><c>serio:tyNprNidNexN</c></summary>
    public static void Serio(DeviceEntry entry) => entry.AddOpen(
        "serio:" + entry.Unless(0xff, "ty", "type") + entry.Unless(0xff, "pr", "proto") + entry.Unless(0xff, "id", "id") + entry.Unless(0xff, "ex", "extra"));

    private static readonly (char Mark, uint Flag, string Field, string First, string Last)[] Maps =
    [
        ('e', 0x10, "evbit", "", "INPUT_DEVICE_ID_EV_MAX"),
        ('k', 0x20, "keybit", "INPUT_DEVICE_ID_KEY_MIN_INTERESTING", "INPUT_DEVICE_ID_KEY_MAX"),
        ('r', 0x40, "relbit", "", "INPUT_DEVICE_ID_REL_MAX"),
        ('a', 0x80, "absbit", "", "INPUT_DEVICE_ID_ABS_MAX"),
        ('m', 0x100, "mscbit", "", "INPUT_DEVICE_ID_MSC_MAX"),
        ('l', 0x200, "ledbit", "", "INPUT_DEVICE_ID_LED_MAX"),
        ('s', 0x400, "sndbit", "", "INPUT_DEVICE_ID_SND_MAX"),
        ('f', 0x800, "ffbit", "", "INPUT_DEVICE_ID_FF_MAX"),
        ('w', 0x1000, "swbit", "", "INPUT_DEVICE_ID_SW_MAX"),
    ];

    /// <summary><c>input:bNvNpNeN-e*k*r*a*m*l*s*f*w*</c>, each letter followed by the numbers of the bits that are set.</summary>
    public static void Input(DeviceEntry entry)
    {
        uint flags = Flags(entry);
        var alias = new StringBuilder(
            entry.If((flags & 1) != 0, "b", "bustype") + entry.If((flags & 2) != 0, "v", "vendor") + entry.If((flags & 4) != 0, "p", "product")
            + entry.If((flags & 8) != 0, "e", "version") + "-");
        foreach ((char mark, uint flag, string field, string first, string last) in Maps)
        {
            Append(entry, alias, $"{mark}*");
            if ((flags & flag) != 0)
                AppendBits(entry, alias, field, first.Length > 0 ? (int)entry.Table.Header.Number(first) : 0, (int)entry.Table.Header.Number(last));
        }
        entry.Add($"input:{alias}");
    }

    // The flags are as wide as an address, the bits that count are its lowest.
    private static uint Flags(DeviceEntry entry) => (uint)entry.Table.Image.Word(entry.Place("flags"));

    private static void AppendBits(DeviceEntry entry, StringBuilder alias, string field, int first, int last)
    {
        int word = entry.Table.Image.Class == Elf.ElfClass.Elf64 ? 64 : 32;
        ulong start = entry.Place(field);
        int end = entry.Table.Run.Has(ModpostTrait.LastInputBit) ? last : last - 1;
        for (int bit = first; bit <= end; bit++)
        {
            ulong bits = entry.Table.Image.Word(start + (ulong)(bit / word * (word / 8)));
            if ((bits & (1UL << (bit % word))) != 0)
                Append(entry, alias, $"{bit:X},*");
        }
    }

    // Kernels with a list of aliases refuse what does not fit into 256 bytes; earlier ones crash above 500.
    private static void Append(DeviceEntry entry, StringBuilder alias, string piece)
    {
        int left = LongestAlias - alias.Length;
        if (entry.Table.Run.Has(ModpostTrait.AliasList) && piece.Length >= left)
            throw entry.Table.Report.AliasTooLong(LongestAlias, piece.Length, left);
        alias.Append(piece);
    }
}
