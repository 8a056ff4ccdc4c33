using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of ids of which only some bits matter.</summary>
internal static class MaskAliases
{
    /// <summary><c>mdio:</c> and 32 binary digits, a question mark for each that does not matter.</summary>
    public static void Mdio(DeviceEntry entry)
    {
        uint id = entry["phy_id"], mask = entry["phy_id_mask"];
        entry.Add(string.Create(32 + "mdio:".Length, (id, mask), (to, bits) =>
        {
            "mdio:".CopyTo(to);
            for (int i = 0; i < 32; i++)
                to[i + "mdio:".Length] = ((bits.mask >> (31 - i)) & 1) == 0 ? '?' : ((bits.id >> (31 - i)) & 1) != 0 ? '1' : '0';
        }));
    }

    /// <summary><c>amba:d</c> and eight hexadecimal digits, each itself, a question mark or the list of all that match.</summary>
    public static void Amba(DeviceEntry entry)
    {
        uint id = entry["id"], mask = entry["mask"];
        if ((id & mask) != id)
            throw entry.Table.Report.AmbaMaskWrong(entry.Table.Module, id, mask);
        var alias = new StringBuilder("amba:d");
        for (int shift = 28; shift >= 0; shift -= 4)
            alias.Append(Digit((id >> shift) & 15, (mask >> shift) & 15));
        entry.Add(alias.ToString());
    }

    private static string Digit(uint digit, uint mask)
    {
        if (mask == 0)
            return "?";
        if (mask == 15)
            return $"{digit:X}";
        string all = "[";
        for (uint i = 0; i < 16; i++)
            all += (i & mask) == digit ? $"{i:X}" : "";
        return all + "]";
    }
}
