using System.Diagnostics;
using System.Text;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>Compiles an object a bus with the headers of a kernel: a table of five empty entries under all the names that kernels look for.</summary>
internal sealed class DeviceTableObjects(Modpost modpost, string kind)
{
    private bool IsArm => modpost.Program.Contains("-arm64", StringComparison.Ordinal);

    /// <summary>The buses that the kernel's headers have a structure for.</summary>
    public string[] Compile(string directory, IEnumerable<(string Bus, string Structure)> named, IEnumerable<string> regular)
    {
        Directory.CreateDirectory(directory);
        string headers = Headers();
        (string Bus, string Structure)[] buses = [.. regular.Select(bus => (bus, bus + "_device_id")).Concat(named).Where(bus => headers.Contains($"struct {bus.Item2} {{", StringComparison.Ordinal))];
        foreach ((string bus, string structure) in buses)
            File.WriteAllText(Path.Combine(directory, bus + ".c"), Source(bus, structure));
        Compile(directory, buses.Select(bus => bus.Bus + ".c"));
        return [.. buses.Select(bus => bus.Bus)];
    }

    /// <summary>Compiles <c>device-tables.c</c> of the cases, which has tables with members by name.</summary>
    public void CompileNamed(string directory)
    {
        Directory.CreateDirectory(directory);
        File.Copy(Path.Combine(Cache.Cases, "device-tables.c"), Path.Combine(directory, "tables.c"));
        Compile(directory, ["tables.c"]);
    }

    private void Compile(string directory, IEnumerable<string> sources)
    {
        var words = new List<string> { "-c", "-w", "-O0", "-fno-pic", "-D__KERNEL__", "-DKBUILD_MODNAME=\"x\"" };
        words.AddRange(Includes());
        words.AddRange(kind switch { "lsb-32" => ["-m32"], "msb-64" => ["-mbig-endian", "-D__AARCH64EB__"], _ => [] });
        words.AddRange(sources);
        var start = new ProcessStartInfo(IsArm ? "aarch64-linux-gnu-gcc-12" : "gcc", words) { WorkingDirectory = directory, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }

    private static string Source(string bus, string structure) => $$"""
        #include <linux/kconfig.h>
        #include <linux/mod_devicetable.h>
        #define INFO(n, t) static const char n[] __attribute__((used, section(".modinfo"), aligned(1))) = t
        INFO(a, "license=GPL"); INFO(b, "description=x");
        struct { unsigned char entries[5][sizeof(struct {{structure}})]; } table __attribute__((aligned(8), section(".data"))) = { { { 1 } } };
        extern __typeof__(table) __mod_{{bus}}__table_device_table __attribute__((alias("table")));
        extern __typeof__(table) __mod_device_table__{{bus}}__table __attribute__((alias("table")));
        extern __typeof__(table) __mod_device_table__kmod_x__{{bus}}__table __attribute__((alias("table")));
        """;

    private string Headers()
    {
        var text = new StringBuilder(File.ReadAllText(Path.Combine(modpost.Sources, "include/linux/mod_devicetable.h")));
        string parts = Path.Combine(modpost.Sources, "include/linux/device-id");
        if (Directory.Exists(parts))
        {
            foreach (string file in Directory.EnumerateFiles(parts))
                text.Append(File.ReadAllText(file));
        }
        return text.ToString();
    }

    private IEnumerable<string> Includes()
    {
        string architecture = IsArm ? "arch/arm64/include" : "arch/x86/include";
        foreach (string folder in (string[])["include", architecture, "include/uapi", architecture + "/uapi", architecture + "/generated", architecture + "/generated/uapi", "include/generated/uapi"])
        {
            foreach (string tree in (string[])[modpost.Sources, modpost.Tree])
                yield return $"-I{Path.Combine(tree, folder)}";
        }
    }
}
