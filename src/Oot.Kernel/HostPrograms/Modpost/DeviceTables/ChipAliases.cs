namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of what is soldered together: chips' own buses, sound, firmware.</summary>
internal static class ChipAliases
{
    /// <summary><c>parisc:tNhvNrevNsvN</c></summary>
    public static void PaRisc(DeviceEntry entry) => entry.AddOpen(
        "parisc:" + entry.Unless(0xff, "t", "hw_type") + entry.Unless(0xffff, "hv", "hversion") + entry.Unless(0xff, "rev", "hversion_rev") + entry.Unless(~0u, "sv", "sversion"));

    /// <summary><c>ssb:vNidNrevN</c></summary>
    public static void Ssb(DeviceEntry entry) => entry.AddOpen(
        "ssb:" + entry.Unless(0xffff, "v", "vendor") + entry.Unless(0xffff, "id", "coreid") + entry.Unless(0xff, "rev", "revision"));

    /// <summary><c>bcma:mNidNrevNclN</c></summary>
    public static void Bcma(DeviceEntry entry) => entry.AddOpen(
        "bcma:" + entry.Unless(0xffff, "m", "manuf") + entry.Unless(0xffff, "id", "id") + entry.Unless(0xff, "rev", "rev") + entry.Unless(0xff, "cl", "class"));

    /// <summary><c>i3c:dcrNmanufNpartNextN</c></summary>
    public static void I3c(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        entry.Add(
            "i3c:" + entry.If((flags & 1) != 0, "dcr", "dcr") + entry.If((flags & 2) != 0, "manuf", "manuf_id")
            + entry.If((flags & 4) != 0, "part", "part_id") + entry.If((flags & 8) != 0, "ext", "extra_info"));
    }

    /// <summary><c>slim:N:N:*</c></summary>
    public static void Slim(DeviceEntry entry) => entry.Add($"slim:{entry["manf_id"]:x}:{entry["prod_code"]:x}:*");

    /// <summary><c>mipscdmm:tN*</c></summary>
    public static void MipsCdmm(DeviceEntry entry) => entry.Add($"mipscdmm:t{entry["type"]:X2}*");

    /// <summary><c>mcb:16zN</c></summary>
    public static void Mcb(DeviceEntry entry) => entry.Add($"mcb:16z{entry["device"]:D3}");

    /// <summary><c>ulpi:vNpN</c></summary>
    public static void Ulpi(DeviceEntry entry) => entry.Add($"ulpi:v{entry["vendor"]:x4}p{entry["product"]:x4}");

    /// <summary><c>hdaudio:vNrNaN</c></summary>
    public static void HdAudio(DeviceEntry entry) => entry.AddOpen(
        "hdaudio:" + entry.Unless(0, "v", "vendor_id") + entry.Unless(0, "r", "rev_id") + entry.Unless(0, "a", "api_version"));

    /// <summary><c>sdw:mNpNvNcN</c></summary>
    public static void SoundWire(DeviceEntry entry) => entry.AddOpen(
        "sdw:" + entry.Unless(0, "m", "mfg_id") + entry.Unless(0, "p", "part_id") + entry.Unless(0, "v", "sdw_version") + entry.Unless(0, "c", "class_id"));

    /// <summary><c>typec:idNmN</c></summary>
    public static void TypeC(DeviceEntry entry)
    {
        string mode = entry.Table.Run.Has(ModpostTrait.TypecWithoutMode) || !entry.Has("mode") ? "" : entry.Unless(7, "m", "mode");
        entry.Add($"typec:id{entry["svid"]:X4}{mode}");
    }

    /// <summary><c>ssam:dNcNtNiNfN</c></summary>
    public static void Ssam(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        entry.Add(
            $"ssam:d{entry["domain"]:X2}c{entry["category"]:X2}" + entry.If((flags & 1) != 0, "t", "target") + entry.If((flags & 2) != 0, "i", "instance")
            + entry.If((flags & 4) != 0, "f", "function"));
    }

    /// <summary><c>dfl:tNfN*</c></summary>
    public static void Dfl(DeviceEntry entry) => entry.AddOpen($"dfl:t{entry["type"]:X4}f{entry["feature_id"]:X4}");

    /// <summary><c>coreboot:tN</c></summary>
    public static void Coreboot(DeviceEntry entry) => entry.Add($"coreboot:t{entry["tag"]:X8}");
}
