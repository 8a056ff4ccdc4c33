using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of ACPI and Plug and Play.</summary>
internal static class PnpAliases
{
    private const int IdSize = 8;

    /// <summary><c>acpi*:ID:*</c>, or <c>acpi*:bbsspp:*</c> with <c>??</c> for a byte of the class that does not matter.</summary>
    public static void Acpi(DeviceEntry entry)
    {
        string id = entry.Text("id");
        if (id.Length > 0)
        {
            entry.Add($"acpi*:{id}:*");
            return;
        }
        uint value = Native(entry, "cls"), mask = Native(entry, "cls_msk");
        string alias = "acpi*:";
        for (int shift = 16; shift >= 0; shift -= 8)
            alias += ((mask >> shift) & 0xff) != 0 ? $"{(value >> shift) & 0xff:x2}" : "??";
        entry.Add(alias + ":*");
    }

    // Old kernels forget the target's byte order.
    private static uint Native(DeviceEntry entry, string field)
    {
        uint value = entry[field];
        return entry.Table.Image.IsBigEndian && !entry.Table.Run.Has(ModpostTrait.AcpiClassOrder) ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary><c>pnp:dID*</c>, and ACPI's form of it.</summary>
    public static void Pnp(DeviceEntry entry) => AddBoth(entry, entry.Text("id"));

    /// <summary>The same for every device of a card that no card before had.</summary>
    public static void PnpCard(DeviceEntry entry)
    {
        foreach (string id in Devices(entry))
        {
            if (entry.Table.Run.Has(ModpostTrait.AliasList) || !IsKnown(entry, id))
                AddBoth(entry, id);
        }
    }

    private static bool IsKnown(DeviceEntry entry, string id)
    {
        for (int i = 0; i < entry.Index; i++)
        {
            if (Devices(new DeviceEntry(entry.Table, i)).Contains(id))
                return true;
        }
        return false;
    }

    private static List<string> Devices(DeviceEntry entry)
    {
        var devices = new List<string>();
        ElfImage image = entry.Table.Image;
        for (int i = 0; i < (int)entry.Table.Header.Number("PNP_MAX_DEVICES"); i++)
        {
            ulong at = entry.Place("devs") + (ulong)(i * IdSize);
            string id = new ByteName(image.Bytes, (int)at, image.StringLength(at)).ToString();
            if (id.Length == 0)
                break;
            devices.Add(id);
        }
        return devices;
    }

    private static void AddBoth(DeviceEntry entry, string id)
    {
        entry.Add($"pnp:d{id}*");
        entry.Add($"acpi*:{CText.ToUpper(id[..Math.Min(id.Length, IdSize)])}:*");
    }

    /// <summary><c>pnp:dLLLNNNN*</c>: three letters and four digits packed into two numbers.</summary>
    public static void IsaPnp(DeviceEntry entry)
    {
        uint vendor = entry["vendor"], function = entry["function"];
        uint[] letters = [(vendor >> 2) & 0x3f, ((vendor & 3) << 3) | ((vendor >> 13) & 7), (vendor >> 8) & 0x1f];
        string name = string.Concat(Array.ConvertAll(letters, letter => (char)('A' + letter - 1)));
        entry.Add($"pnp:d{name}{(function >> 4) & 15:x}{function & 15:x}{(function >> 12) & 15:x}{(function >> 8) & 15:x}*");
    }
}
