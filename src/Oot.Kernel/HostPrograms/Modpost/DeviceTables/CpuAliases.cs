namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of processors.</summary>
internal static class CpuAliases
{
    /// <summary><c>cpu:type:x86,venNfamNmodN:feature:*N*</c></summary>
    public static void X86(DeviceEntry entry) => entry.Add(
        "cpu:type:x86," + entry.Unless(0xffff, "ven", "vendor") + entry.Unless(0, "fam", "family") + entry.Unless(0, "mod", "model") + ":feature:*"
        + (entry["feature"] != 0 ? $"{entry["feature"]:X4}*" : ""));

    /// <summary><c>cpu:type:*:feature:*N*</c></summary>
    public static void Feature(DeviceEntry entry) => entry.Add($"cpu:type:*:feature:*{entry["feature"]:X4}*");
}
