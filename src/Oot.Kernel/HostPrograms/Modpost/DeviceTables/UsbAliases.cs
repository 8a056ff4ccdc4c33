using System.Globalization;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of USB: a range of device releases can take several (<c>usb:vNpNdNdcNdscNdpNicNiscNipNinN</c>).</summary>
internal static class UsbAliases
{
    private const uint Vendor = 1, Product = 2, Low = 4, High = 8, DeviceClass = 0x10, DeviceSubClass = 0x20, DeviceProtocol = 0x40, InterfaceClass = 0x80,
        InterfaceSubClass = 0x100, InterfaceProtocol = 0x200, InterfaceNumber = 0x400;

    private const int Digits = 4;

    public static void Usb(DeviceEntry entry)
    {
        uint flags = entry["match_flags"];
        uint low = (flags & Low) != 0 ? entry["bcdDevice_lo"] : 0, high = (flags & High) != 0 ? entry["bcdDevice_hi"] : ~0u;
        uint most = IsDecimal(low, high) ? 9u : 15u;
        // An entry without anything in it is filled in when the driver runs.
        if ((entry["idVendor"] | entry["idProduct"] | entry["bDeviceClass"] | entry["bInterfaceClass"]) == 0)
            return;
        for (int digits = Digits - 1; low <= high; digits--)
        {
            uint first = low & 15, last = Math.Min(high & 15, most);
            (low, high) = (low >> 4, high >> 4);
            if (low == high || digits == 0)
            {
                Add(entry, flags, low, digits, first, last, most);
                break;
            }
            if (first > 0)
                Add(entry, flags, Step(ref low, 1, most), digits, first, most, most);
            if (last < most)
                Add(entry, flags, Step(ref high, -1, most), digits, 0, last, most);
        }
    }

    private static bool IsDecimal(uint low, uint high)
    {
        high = Math.Min(high, 0x9999);
        for (int shift = 0; shift < Digits * 4; shift += 4)
        {
            if (((low >> shift) & 15) > 9 || ((high >> shift) & 15) > 9)
                return false;
        }
        return true;
    }

    // Counts on, in decimal digits where the range is one; gives what was before.
    private static uint Step(ref uint value, int step, uint most)
    {
        uint before = value;
        if (most > 9)
        {
            value += (uint)step;
            return before;
        }
        ulong number = 0;
        for (int shift = (Digits - 1) * 4; shift >= 0; shift -= 4)
            number = (number * 10) + Math.Min((value >> shift) & 15, 9);
        number += (ulong)step;
        value = 0;
        for (int shift = 0; shift < Digits * 4; shift += 4, number /= 10)
            value += (uint)(number % 10) << shift;
        return before;
    }

    private static void Add(DeviceEntry entry, uint flags, uint beginning, int digits, uint first, uint last, uint most)
    {
        string release = digits > 0 ? beginning.ToString("X" + digits, CultureInfo.InvariantCulture) : "";
        entry.AddOpen(
            "usb:" + entry.If((flags & Vendor) != 0, "v", "idVendor") + entry.If((flags & Product) != 0, "p", "idProduct")
            + "d" + release + Range(first, last, most) + (digits < Digits - 1 ? "*" : "")
            + entry.If((flags & DeviceClass) != 0, "dc", "bDeviceClass") + entry.If((flags & DeviceSubClass) != 0, "dsc", "bDeviceSubClass")
            + entry.If((flags & DeviceProtocol) != 0, "dp", "bDeviceProtocol") + entry.If((flags & InterfaceClass) != 0, "ic", "bInterfaceClass")
            + entry.If((flags & InterfaceSubClass) != 0, "isc", "bInterfaceSubClass") + entry.If((flags & InterfaceProtocol) != 0, "ip", "bInterfaceProtocol")
            + entry.If((flags & InterfaceNumber) != 0, "in", "bInterfaceNumber"));
    }

    // A pattern for one digit; digits and letters are two ranges.
    private static string Range(uint first, uint last, uint most)
    {
        if (first == last)
            return $"{first:X}";
        if (first == 0 && last >= most)
            return "";
        if (first > 9 || last < 10)
            return $"[{first:X}-{last:X}]";
        return (first < 9 ? $"[{first:X}-9" : $"[{first:X}") + (last > 10 ? $"A-{last:X}]" : $"{last:X}]");
    }
}
