using System.Globalization;
using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of devices that have a UUID, of which there are several ways to print.</summary>
internal static class UuidAliases
{
    private const int Size = 16, TextLength = 36;

    /// <summary>The order in which a UUID with its first three groups little-endian is printed.</summary>
    private static ReadOnlySpan<byte> LittleEndian => [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

    private static ReadOnlySpan<byte> AsStored => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary><c>vmbus:</c> and 32 digits.</summary>
    public static void Vmbus(DeviceEntry entry) => entry.Add("vmbus:" + Print(entry.Bytes("guid", Size), AsStored, "x2", hasGroups: false));

    /// <summary><c>mei:S:UUID:N:*</c></summary>
    public static void Mei(DeviceEntry entry)
    {
        string name = entry.Text("name");
        string uuid = Print(entry.Bytes("uuid", Size), LittleEndian, "x2", hasGroups: true);
        entry.Add($"mei:{(name.Length > 0 ? name : "*")}:{uuid}{entry.Unless(0xff, ":", "version")}:*");
    }

    /// <summary><c>tee:UUID*</c></summary>
    public static void Tee(DeviceEntry entry) => entry.AddOpen("tee:" + Print(entry.Bytes("uuid", Size), AsStored, "x2", hasGroups: true));

    /// <summary><c>ishtp:{GUID}</c></summary>
    public static void Ishtp(DeviceEntry entry) => entry.Add($"ishtp:{{{Print(entry.Bytes("guid", Size), LittleEndian, "X2", hasGroups: true)}}}");

    /// <summary><c>wmi:GUID</c>, which is text in the table; younger kernels look at every character.</summary>
    public static void Wmi(DeviceEntry entry)
    {
        string guid = entry.Text("guid_string");
        if (guid.Length != TextLength)
        {
            entry.Table.Report.WmiLengthWrong(entry.Table.Module, guid);
            return;
        }
        if (!entry.Table.Run.Has(ModpostTrait.WmiChecked))
        {
            entry.Add("wmi:" + guid);
            return;
        }
        for (int i = 0; i < TextLength; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? guid[i] != '-' : !char.IsAsciiHexDigit(guid[i]))
            {
                entry.Table.Report.WmiCharacterWrong(entry.Table.Module, guid[i], guid);
                return;
            }
        }
        entry.Add("wmi:" + CText.ToUpper(guid));
    }

    private static string Print(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> order, string format, bool hasGroups)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Size; i++)
        {
            if (hasGroups && i is (4 or 6 or 8 or 10))
                text.Append('-');
            text.Append(bytes[order[i]].ToString(format, CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}
