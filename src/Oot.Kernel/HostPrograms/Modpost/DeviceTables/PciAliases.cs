namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of PCI and of buses that are like it.</summary>
internal static class PciAliases
{
    private const uint Any = ~0u, ForVfio = 1, AnyCdx = 0xffff, WholeClass = 0xffffff;

    /// <summary><c>pci:vNdNsvNsdNbcNscNiN*</c></summary>
    public static void Pci(DeviceEntry entry)
    {
        string? prefix = Prefix(entry, "PCI", "pci:");
        if (prefix is null && !entry.Table.Run.Has(ModpostTrait.AliasList))
            return;
        uint id = entry["class"], mask = entry["class_mask"];
        string alias = prefix + entry.Unless(Any, "v", "vendor") + entry.Unless(Any, "d", "device") + entry.Unless(Any, "sv", "subvendor") + entry.Unless(Any, "sd", "subdevice");
        (string Mark, int Shift)[] parts = [("bc", 16), ("sc", 8), ("i", 0)];
        foreach ((string mark, int shift) in parts)
        {
            byte partMask = (byte)(mask >> shift);
            if (partMask is not (0 or 0xff))
            {
                entry.Table.Report.ClassMaskUnknown(entry.Table.Module, mask);
                return;
            }
            alias += mark + (partMask == 0xff ? $"{(byte)(id >> shift):X2}" : "*");
        }
        // From 6.14 on the C program goes on without a prefix, so that the alias begins with what its memory held.
        if (prefix is not null)
            entry.AddOpen(alias);
    }

    /// <summary><c>cdx:vNdNsvNsdNcN</c></summary>
    public static void Cdx(DeviceEntry entry)
    {
        if (Prefix(entry, "CDX", "cdx:") is not string prefix)
            return;
        string alias = prefix + entry.Unless(AnyCdx, "v", "vendor") + entry.Unless(AnyCdx, "d", "device");
        if (entry.Has("subvendor"))
            alias += entry.Unless(AnyCdx, "sv", "subvendor") + entry.Unless(AnyCdx, "sd", "subdevice") + entry.If(entry["class_mask"] == WholeClass, "c", "class");
        entry.Add(alias);
    }

    // Null when there is to be no alias.
    private static string? Prefix(DeviceEntry entry, string bus, string prefix)
    {
        uint only = entry["override_only"];
        if (only is 0 or ForVfio)
            return only == ForVfio ? "vfio_" + prefix : prefix;
        entry.Table.Report.OverrideUnknown(bus, only);
        return null;
    }
}
