namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of mainframes' channels, virtual devices and fabrics.</summary>
internal static class ChannelAliases
{
    /// <summary><c>ccw:tNmNdtNdmN</c></summary>
    public static void Ccw(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        entry.AddOpen(
            "ccw:" + entry.If((flags & 1) != 0, "t", "cu_type") + entry.If((flags & 2) != 0, "m", "cu_model")
            + entry.If((flags & 4) != 0, "dt", "dev_type") + entry.If((flags & 8) != 0, "dm", "dev_model"));
    }

    /// <summary><c>ap:tN*</c></summary>
    public static void Ap(DeviceEntry entry) => entry.Add($"ap:t{entry["dev_type"]:X2}*");

    /// <summary><c>css:tN</c></summary>
    public static void Css(DeviceEntry entry) => entry.Add($"css:t{entry["type"]:X1}");

    /// <summary><c>virtio:dNvN</c></summary>
    public static void Virtio(DeviceEntry entry) => entry.AddOpen("virtio:" + entry.Unless(~0u, "d", "device") + entry.Unless(~0u, "v", "vendor"));

    /// <summary><c>rapidio:vNdNavNadN</c></summary>
    public static void RapidIo(DeviceEntry entry) => entry.AddOpen(
        "rapidio:" + entry.Unless(0xffff, "v", "vid") + entry.Unless(0xffff, "d", "did") + entry.Unless(0xffff, "av", "asm_vid") + entry.Unless(0xffff, "ad", "asm_did"));
}
