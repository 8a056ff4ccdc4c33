namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of devices that have a name.</summary>
internal static class NameAliases
{
    /// <summary><c>rpmsg:S</c></summary>
    public static void Rpmsg(DeviceEntry entry) => entry.Add("rpmsg:" + entry.Text("name"));

    /// <summary><c>i2c:S</c></summary>
    public static void I2c(DeviceEntry entry) => entry.Add("i2c:" + entry.Text("name"));

    /// <summary><c>spi:S</c></summary>
    public static void Spi(DeviceEntry entry) => entry.Add("spi:" + entry.Text("name"));

    /// <summary><c>platform:S</c></summary>
    public static void Platform(DeviceEntry entry) => entry.Add("platform:" + entry.Text("name"));

    /// <summary><c>auxiliary:S</c></summary>
    public static void Auxiliary(DeviceEntry entry) => entry.Add("auxiliary:" + entry.Text("name"));

    /// <summary><c>vchiq:S</c></summary>
    public static void Vchiq(DeviceEntry entry) => entry.Add("vchiq:" + entry.Text("name"));

    /// <summary><c>mhi:S</c></summary>
    public static void Mhi(DeviceEntry entry) => entry.Add("mhi:" + entry.Text("chan"));

    /// <summary><c>mhi_ep:S</c></summary>
    public static void MhiEndpoint(DeviceEntry entry)
    {
        if (entry.Table.Header.Defines("MHI_EP_DEVICE_MODALIAS_FMT"))
            entry.Add("mhi_ep:" + entry.Text("chan"));
    }

    /// <summary><c>eisa:sS*</c></summary>
    public static void Eisa(DeviceEntry entry) => entry.Add($"eisa:s{entry.Text("sig")}*");

    /// <summary><c>vio:TSSS</c></summary>
    public static void Vio(DeviceEntry entry) => entry.AddOpen(Joined($"vio:T{OrStar(entry.Text("type"))}S{OrStar(entry.Text("compat"))}"));

    /// <summary><c>of:NSTSCS</c>, and the same for whatever is compatible with more.</summary>
    public static void DeviceTree(DeviceEntry entry)
    {
        string type = entry.Text("type"), compatible = entry.Text("compatible");
        string rest = compatible.Length == 0 ? "" : (type.Length > 0 ? "*" : "") + "C" + compatible;
        string alias = Joined($"of:N{OrStar(entry.Text("name"))}T{OrStar(type)}{rest}");
        entry.Add(alias);
        entry.Add(alias + "C*");
    }

    /// <summary><c>fsl-mc:vNdS</c></summary>
    public static void FslMc(DeviceEntry entry) => entry.Add($"fsl-mc:v{entry["vendor"]:X8}d{entry.Text("obj_type")}");

    /// <summary><c>tbsvc:kSpNvNrN</c></summary>
    public static void Thunderbolt(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        entry.AddOpen(
            "tbsvc:k" + ((flags & 1) != 0 ? entry.Text("protocol_key") : "*") + entry.If((flags & 2) != 0, "p", "protocol_id")
            + entry.If((flags & 4) != 0, "v", "protocol_version") + entry.If((flags & 8) != 0, "r", "protocol_revision"));
    }

    private static string OrStar(string text) => text.Length > 0 ? text : "*";

    // Blanks would end the alias.
    private static string Joined(string alias) => string.Create(alias.Length, alias, (to, from) =>
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = CText.IsSpace((byte)from[i]) ? '_' : from[i];
    });
}
