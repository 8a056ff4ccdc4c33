namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of cards and cables.</summary>
internal static class CardAliases
{
    /// <summary><c>ieee1394:venNmoNspNverN</c></summary>
    public static void Ieee1394(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        entry.AddOpen(
            "ieee1394:" + entry.If((flags & 1) != 0, "ven", "vendor_id") + entry.If((flags & 2) != 0, "mo", "model_id")
            + entry.If((flags & 4) != 0, "sp", "specifier_id") + entry.If((flags & 8) != 0, "ver", "version"));
    }

    /// <summary><c>pcmcia:mNcNfNfnNpfnNpaNpbNpcNpdN</c></summary>
    public static void Pcmcia(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        string alias = "pcmcia:" + entry.If((flags & 1) != 0, "m", "manf_id") + entry.If((flags & 2) != 0, "c", "card_id") + entry.If((flags & 4) != 0, "f", "func_id")
            + entry.If((flags & 8) != 0, "fn", "function") + entry.If((flags & 0x100) != 0, "pfn", "device_no");
        for (int i = 0; i < 4; i++)
        {
            uint hash = entry.Table.Image.U32(entry.Place("prod_id_hash") + ((ulong)i * 4));
            alias += $"p{(char)('a' + i)}" + ((flags & (0x10u << i)) != 0 ? $"{hash:X8}" : "*");
        }
        entry.AddOpen(alias);
    }

    /// <summary><c>sdio:cNvNdN</c></summary>
    public static void Sdio(DeviceEntry entry) => entry.AddOpen(
        "sdio:" + entry.Unless(0xff, "c", "class") + entry.Unless(0xffff, "v", "vendor") + entry.Unless(0xffff, "d", "device"));

    /// <summary><c>zorro:iN</c></summary>
    public static void Zorro(DeviceEntry entry) => entry.Add("zorro:" + entry.Unless(~0u, "i", "id"));

    /// <summary><c>ipack:fNvNdN</c></summary>
    public static void Ipack(DeviceEntry entry) => entry.AddOpen(
        "ipack:" + entry.Unless(0xff, "f", "format") + entry.Unless(~0u, "v", "vendor") + entry.Unless(~0u, "d", "device"));
}
