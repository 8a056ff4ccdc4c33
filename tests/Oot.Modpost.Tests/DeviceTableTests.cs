using System.Globalization;
using System.Text;
using Oot.Elf;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>
/// A device table of every bus that a kernel knows, laid out by its own headers and filled by chance: the aliases are the real modpost's. <c>OOT_FUZZ_SEED</c> sets where chance
/// begins.
/// </summary>
public sealed class DeviceTableTests(ITestOutputHelper output)
{
    private const int Rounds = 4, Entries = 4;

    // Names of structures where they are not BUS_device_id. What can stop modpost comes last.
    private static readonly (string Bus, string Structure)[] Named =
    [
        ("vmbus", "hv_vmbus_device_id"), ("x86cpu", "x86_cpu_id"), ("cpu", "cpu_feature"), ("mei", "mei_cl_device_id"), ("rapidio", "rio_device_id"), ("hdaudio", "hda_device_id"),
        ("fslmc", "fsl_mc_device_id"), ("tbsvc", "tb_service_id"), ("tee", "tee_client_device_id"), ("mhi_ep", "mhi_device_id"), ("mipscdmm", "mips_cdmm_device_id"),
        ("dmi", "dmi_system_id"), ("amba", "amba_id"),
    ];

    private static readonly string[] Regular =
    [
        "hid", "ieee1394", "pci", "ccw", "ap", "css", "serio", "acpi", "pcmcia", "vio", "input", "eisa", "parisc", "sdio", "ssb", "bcma", "virtio", "rpmsg", "i2c", "i3c", "slim", "spi",
        "platform", "mdio", "zorro", "isapnp", "ipack", "mcb", "ulpi", "sdw", "typec", "wmi", "mhi", "auxiliary", "ssam", "dfl", "ishtp", "cdx", "vchiq", "coreboot", "of", "usb", "pnp",
        "pnp_card", "apr", "spmi",
    ];

    [Theory]
    [InlineData("5.10", "lsb-64"), InlineData("6.1", "lsb-64"), InlineData("6.12", "lsb-64"), InlineData("7.x", "lsb-64")]
    [InlineData("6.1-arm64", "msb-64"), InlineData("6.12-arm64", "msb-64"), InlineData("6.1-arm64", "lsb-64"), InlineData("6.12-arm64", "lsb-64")]
    public void Aliases_are_the_real_ones(string kernel, string kind)
    {
        var modpost = new Modpost(kernel, kind);
        using var temporary = new TemporaryDirectory();
        string work = temporary.Path;
        string inputs = Path.Combine(work, "inputs");
        string[] buses = new DeviceTableObjects(modpost, kind).Compile(inputs, Named, Regular);
        File.WriteAllText(Path.Combine(inputs, "modules.order"), string.Concat(buses.Select(bus => bus + ".o\n")));
        int first = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), CultureInfo.InvariantCulture, out int given) ? given : 1, judged = 0;
        for (int seed = first; seed < first + Rounds; seed++)
        {
            foreach (string bus in buses)
                Fill(Path.Combine(inputs, bus + ".o"), bus, new Random(seed ^ bus.Sum(letter => letter * 7919)));
            judged += Compare(modpost, work, inputs, seed) ? 1 : 0;
        }
        output.WriteLine($"OOT_FUZZ_SEED={first}: {buses.Length} buses, {judged} of {Rounds} rounds judged");
    }

    // Debian's programs for 32 bits were made with the layouts of 64: they are no judges of this.
    [Theory]
    [InlineData("5.10"), InlineData("6.1"), InlineData("6.12"), InlineData("7.x")]
    public void Tables_of_32_bits_give_the_aliases_of_64(string kernel)
    {
        using var temporary = new TemporaryDirectory();
        string work = temporary.Path;
        string wide = NamedAliases(kernel, "lsb-64", Path.Combine(work, "wide")), narrow = NamedAliases(kernel, "lsb-32", Path.Combine(work, "narrow"));
        Assert.Equal(Buses, wide.Split("MODULE_ALIAS(\"").Skip(1).Select(alias => alias.Split(':')[0]).Distinct().Count());
        Assert.Equal(wide, narrow);
    }

    private const int Buses = 11;

    private static string NamedAliases(string kernel, string kind, string directory)
    {
        var modpost = new Modpost(kernel, kind);
        new DeviceTableObjects(modpost, kind).CompileNamed(directory);
        Outcome outcome = modpost.RunOwn(directory, ["tables.o"], "");
        Assert.Equal(new Outcome(0, "", ""), outcome with { Error = outcome.Error.Contains("vmlinux is missing") ? "" : outcome.Error });
        return File.ReadAllText(Path.Combine(directory, "tables.mod.c"));
    }

    private static bool Compare(Modpost modpost, string work, string inputs, int seed)
    {
        string[] arguments = ["-T", "modules.order"];
        var twin = new TwinDirectory(Path.Combine(work, "run"), inputs);
        (Outcome Outcome, SortedDictionary<string, byte[]> Files) real = twin.Run(directory => modpost.RunReal(directory, modpost.ListArguments(arguments), modpost.ListInput(directory)));
        (Outcome Outcome, SortedDictionary<string, byte[]> Files) own = twin.Run(directory => modpost.RunOwn(directory, modpost.ListArguments(arguments), modpost.ListInput(directory)));
        // The older ones write over the end of their buffers where a text is too long.
        if (real.Outcome.Exit > 128)
            return false;
        string differences = Comparison.Of(real, own);
        Assert.True(differences.Length == 0, $"OOT_FUZZ_SEED={seed}\n{differences}");
        return true;
    }

    // Everything but the last entry, which ends the table.
    private static void Fill(string file, string bus, Random random)
    {
        byte[] bytes = File.ReadAllBytes(file);
        var image = new ElfImage((byte[])bytes.Clone(), bytes.Length);
        for (uint i = 1; i < image.SectionCount; i++)
        {
            ElfSectionHeader section = image.Section(i);
            if (section.Type != ElfSectionHeader.SymbolTable)
                continue;
            for (ulong at = section.Offset; at < section.Offset + section.Size; at += (ulong)image.SymbolSize)
            {
                ElfSymbol symbol = image.Symbol(at);
                ulong name = image.Section(section.Link).Offset + symbol.Name;
                if (Encoding.Latin1.GetString(image.Slice(name, (ulong)image.StringLength(name))) != "table")
                    continue;
                int start = (int)(image.Section(symbol.Section).Offset + symbol.Value);
                int entry = (int)SizeOf(image, at) / (Entries + 1);
                FillEntries(bytes.AsSpan(start, entry * Entries), random, image.IsBigEndian);
                // override_only: what modpost does not know there makes 7.x print what its memory holds.
                for (int row = 0; bus == "pci" && entry == 40 && row < Entries; row++)
                    bytes.AsSpan(start + (row * entry) + 32, 4).Clear();
            }
        }
        File.WriteAllBytes(file, bytes);
    }

    private static ulong SizeOf(ElfImage image, ulong at) => image.Class == ElfClass.Elf64 ? image.U64(at + 16) : image.U32(at + 8);

    private static void FillEntries(Span<byte> bytes, Random random, bool isBigEndian)
    {
        for (int at = 0; at < bytes.Length; at += 8)
        {
            Span<byte> unit = bytes[at..Math.Min(bytes.Length, at + 8)];
            int width = 1 << random.Next(4), kind = random.Next(8);
            for (int i = 0; i < unit.Length; i++)
            {
                int place = isBigEndian ? width - 1 - (i % width) : i % width;
                unit[i] = kind switch
                {
                    0 or 1 => 0,
                    2 => 0xff,
                    3 => (byte)('a' + random.Next(26)),
                    4 => (byte)"0123456789ABCDEF"[random.Next(16)],
                    5 => (byte)(place == 0 ? random.Next(6) : 0),
                    6 => (byte)(place < 3 ? 0xff : 0),
                    _ => (byte)random.Next(256),
                };
            }
        }
    }
}
