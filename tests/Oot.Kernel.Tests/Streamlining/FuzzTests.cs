using System.Diagnostics;
using System.Text;
using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Streamlining;
using Oot.Kernel.Tests.Provenance;
using Xunit;

namespace Oot.Kernel.Tests.Streamlining;

/// <summary>Trees, lists of loaded modules and records changed by chance: localmodconfig and the map of the tree end soon and without an exception. <c>OOT_FUZZ_SECONDS</c>, <c>OOT_FUZZ_SEED</c>.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Loaded = "Module                  Size  Used by\ndev_one 16384 0\nsub/other 1 2 a,b\nlonely 1 0 - Live 0x0000000000000000\ntwice 0 0\n";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    private static readonly string[] Words =
    [
        "\n", "\t", " ", "\\\n", "$(", ")", "${", "}", "(CONFIG_DEV)", "obj-$(CONFIG_", "+=", ":=", "=", "if ", "endif\n", "config ", "\tselect ", "\tdefault m if ", "source \"Kconfig\"\n", "source \"", "CONFIG_X=m\n",
        "# CONFIG_LIB stays\n", " stays\n", "\0", "\r\n", "\u00ff", "#define ", "#if ", "#endif\n", "EXPORT_SYMBOL(", "__stringify(DEMO_PARTS)", "##", "defined(", "IS_MODULE(CONFIG_A)", "&& ", "/*", "*/", "\"",
    ];

    /// <summary>What makes the tree one that a map can be made of, with lists of modules by architecture.</summary>
    private static readonly (string Name, string Text)[] Sources =
    [
        ("kernel/Makefile", "obj-y += a.o\n"), ("init/main.c", ""), ("arch/x86/Makefile", ""), ("arch/arm/Makefile", ""), .. MachineObjectsTests.Headers, ("kernel/a.c", MachineObjectsTests.Source),
    ];

    [Fact]
    public void Changed_trees_and_lists_give_an_answer()
    {
        int seed = FuzzSettings.Seed, inputs = 0;
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        using var tree = new TemporaryDirectory();
        (string Name, string Text)[] files = [.. StreamlinerTests.SmallTree, .. Sources, (".config", StreamlinerTests.SmallConfiguration), ("loaded", Loaded)];
        for (long end = Stopwatch.GetTimestamp() + (FuzzSettings.Seconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end; inputs++)
        {
            var random = new Random(seed + inputs);
            foreach ((string name, string text) in files)
                File.WriteAllText(tree.Write(name, ""), ChangedText.Of(text, random, Words), Encoding.Latin1);
            long start = Stopwatch.GetTimestamp();
            Run(tree);
            Assert.True(Stopwatch.GetElapsedTime(start) < Slow, $"OOT_FUZZ_SEED={seed + inputs} takes too long");
        }
        output.WriteLine($"{inputs} inputs");
    }

    [Theory]
    [InlineData("Kconfig", "config A\n\tdepends on ", 2_000_000, "B\\\n")]
    [InlineData("Kconfig", "", 5_000_000, "\\\n")]
    [InlineData("Kconfig", "", 100_000, "if A\nconfig B\n")]
    [InlineData("Kconfig", "source \"", 10_000_000, "$(")]
    [InlineData("Makefile", "x = ", 2_000_000, "y\\\n")]
    [InlineData("Makefile", "x := obj-$(CONFIG_A)\n", 300, "x := $(x)$(x)\n")]
    [InlineData("Makefile", "obj-$", 10_000_000, "(")]
    [InlineData("loaded", "", 10_000_000, "-")]
    [InlineData("loaded", "", 1_000_000, "a-b 1\n")]
    [InlineData(".config", "CONFIG_A=", 10_000_000, "m")]
    [InlineData(".config.dropped", "# ", 10_000_000, "x")]
    [InlineData("include/linux/demo_types.h", "#define DEMO_PARTS ", 10_000_000, "x")]
    [InlineData("include/linux/demo_types.h", "#define(name) EXPORT_SYMBOL(name)\n", 1, "")]
    public void Extreme_input_gives_an_answer(string file, string beginning, int count, string more)
    {
        using var tree = new TemporaryDirectory();
        foreach ((string name, string text) in ((string, string)[])[.. StreamlinerTests.SmallTree, .. Sources, (".config", StreamlinerTests.SmallConfiguration), ("loaded", Loaded)])
            tree.Write(name, text);
        tree.Write(file, beginning + new StringBuilder().Insert(0, more, count));
        long start = Stopwatch.GetTimestamp();
        Run(tree);
        Assert.True(Stopwatch.GetElapsedTime(start) < Slow, $"{Stopwatch.GetElapsedTime(start)}");
    }

    private static void Run(TemporaryDirectory tree)
    {
        var disk = new Disk();
        _ = disk.Read(tree.At(".config"), out string configuration);
        _ = disk.Read(tree.At("loaded"), out string loaded);
        foreach (int version in (int[])[6012, 7003])
            Streamliner.Run(disk, new StreamlineQuestion(tree.Path, ["SRCARCH=x86", "LMC_KEEP=drivers/net"], version, loaded, ["CONFIG_LIB"], version == 7003), configuration);
        _ = DroppedOptions.Beside(disk, tree.At(".config"));
        _ = DroppedOptions.Record(disk, tree.At(".config"), configuration);
        _ = DroppedOptions.Beside(disk, tree.At(".config"));
        if (ProvenanceBuilder.Build(disk, tree.Path + "/") is { } map)
            IndexWriter.Write(map);
    }
}
