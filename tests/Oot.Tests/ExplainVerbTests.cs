using System.Diagnostics;
using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot explain</c> as a user calls it, about the headers of a distribution's kernel that has no media support.</summary>
public class ExplainVerbTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private const string Missing = "video_ioctl2: needs CONFIG_VIDEO_DEV=m (or y); now n";

    [Fact]
    public void A_missing_symbol_names_its_option_and_ends_with_1()
    {
        using var oot = new RunningOot();
        ProgramResult result = oot.Run("explain", "video_ioctl2", "vb2_init_queue", "-k", Cloud());
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"{Missing}\n  6.1.", result.Output, StringComparison.Ordinal);
        Assert.Contains("drivers/media/v4l2-core/v4l2-ioctl.c", result.Output);
        Assert.Contains("did you mean vb2_queue_init or vb2_core_queue_init?", result.Output);
    }

    [Fact]
    public void What_is_exported_ends_with_0()
    {
        using var oot = new RunningOot();
        ProgramResult result = oot.Run("-q", "explain", "_printk", "-k", Cloud());
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith(": the problem is elsewhere\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_is_read_and_json_has_the_options()
    {
        using var oot = new RunningOot();
        File.WriteAllText(oot.Root.Path + "/build.log", "  MODPOST Module.symvers\nERROR: modpost: \"video_ioctl2\" [drv.ko] undefined!\n");
        ProgramResult result = oot.Run("explain", "--log", "build.log", "--json", "-k", Cloud());
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement symbol = json.RootElement.GetProperty("symbols")[0], need = symbol.GetProperty("origins")[0].GetProperty("needs")[0];
        Assert.Equal(("option off", "CONFIG_VIDEO_DEV", "n"), (symbol.GetProperty("verdict").GetString(), need.GetProperty("option").GetString(), need.GetProperty("now").GetString()));
    }

    [Fact]
    public void With_sources_and_a_configuration_the_smallest_change_is_told()
    {
        using var oot = new RunningOot();
        foreach ((string name, string text) in ((string, string)[])[
            ("tree/Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\nEXTRAVERSION =\ninclude $(srctree)/arch/$(SRCARCH)/Makefile\n"),
            ("tree/Kbuild", "obj-y += init/ lib/ kernel/\n"),
            ("tree/init/main.c", ""), ("tree/kernel/Makefile", ""),
            ("tree/lib/Makefile", "obj-$(CONFIG_HIDDEN) += hidden.o\n"),
            ("tree/lib/hidden.c", "int hidden_thing(void) { return 0; }\nEXPORT_SYMBOL(hidden_thing);\n"),
            ("tree/arch/x86/Makefile", ""),
            ("tree/Kconfig", "config MODULES\n\tbool \"modules\"\n\tmodules\n\nconfig STAGING\n\tbool \"staging\"\n\nconfig BUS\n\ttristate \"bus\"\n\nconfig HIDDEN\n\ttristate\n\nconfig ONE\n\ttristate \"one\"\n\tdepends on BUS\n\tselect HIDDEN\n\nconfig TWO\n\ttristate \"two\"\n\tdepends on STAGING && BUS\n\tselect HIDDEN\n"),
            ("my.config", "CONFIG_MODULES=y\n")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName($"{oot.Root.Path}/{name}")!);
            File.WriteAllText($"{oot.Root.Path}/{name}", text);
        }
        ProgramResult result = oot.Run("explain", "hidden_thing", "--source", "tree", "--config", "my.config", "--write", "my.fragment");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("hidden_thing: needs CONFIG_HIDDEN=m", result.Output);
        Assert.Contains("2 lines to add to ", result.Output);
        Assert.Contains("CONFIG_HIDDEN has no prompt", result.Output);
        Assert.Equal("CONFIG_BUS=m\nCONFIG_ONE=m\n", File.ReadAllText(oot.Root.Path + "/my.fragment"));
        using JsonDocument json = JsonDocument.Parse(oot.Run("explain", "hidden_thing", "--source", "tree", "--config", "my.config", "--json").Output);
        Assert.Equal(["CONFIG_BUS=m", "CONFIG_ONE=m"], json.RootElement.GetProperty("fragments")[0].GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        File.WriteAllText(oot.Root.Path + "/tree/Kconfig", File.ReadAllText(oot.Root.Path + "/tree/Kconfig").Replace("select HIDDEN\n\nconfig TWO", "\nconfig TWO", StringComparison.Ordinal));
        Assert.Contains("STAGING stays n unless it is allowed to change", oot.Run("explain", "hidden_thing", "--source", "tree", "--config", "my.config").Output);
        Assert.Contains("CONFIG_STAGING=y", oot.Run("explain", "hidden_thing", "--source", "tree", "--config", "my.config", "--allow", "CONFIG_STAGING").Output);
    }

    /// <summary>The question end to end: lines for a real kernel, which is then built with them, and a driver that finds its symbols there.</summary>
    [Fact]
    public void A_kernel_built_with_the_lines_has_what_the_driver_needs()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1", "a long test: OOT_LONG_TESTS=1 runs it");
        Assert.SkipUnless(Directory.Exists(Cache + "/full-sources/6.12"), "no sources: tests/setup/full-source.sh");
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(Checkout.Tests, "explain-case.sh")) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    [Theory]
    [InlineData("OOT2403", "explain", "--config", "good.config")]
    [InlineData("OOT2403", "explain", "--log", "good.config")]
    [InlineData("OOT2402", "explain", "x", "--source", ".")]
    [InlineData("OOT2405", "explain", "x", "--config", "empty.config")]
    [InlineData("OOT2405", "explain", "x", "--config", "none.config")]
    [InlineData("OOT2402", "symbols", "map", ".")]
    public void Mistakes_have_a_number_and_end_with_66(string id, params string[] words)
    {
        using var oot = new RunningOot();
        File.WriteAllText(oot.Root.Path + "/good.config", "CONFIG_X86_64=y\n");
        File.WriteAllText(oot.Root.Path + "/empty.config", "# nothing\n");
        ProgramResult result = oot.Run(words);
        Assert.Equal((66, ""), (result.ExitCode, result.Output));
        Assert.Contains($" [{id}]\n  ", result.Error);
        Assert.True(File.Exists($"{Checkout.Root}/docs/diagnostics/{id}.md"));
    }

    [Fact]
    public void A_build_says_a_line_for_each_symbol_that_is_missing()
    {
        using var oot = new RunningOot();
        string directory = oot.Root.Path + "/drv";
        Directory.CreateDirectory(directory);
        File.WriteAllText(directory + "/Kbuild", "obj-m := drv.o\n");
        File.WriteAllText(directory + "/drv.c", "#include <linux/module.h>\nMODULE_DESCRIPTION(\"x\");\nMODULE_LICENSE(\"GPL\");\nlong video_ioctl2(void *, int, long);\nstatic int __init start(void) { return video_ioctl2(NULL, 0, 0) ? -ENODEV : 0; }\nmodule_init(start);\n");
        ProgramResult result = oot.Run("build", directory, "-k", Cloud());
        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith($"  missing symbols (`oot explain` says more):\n    {Missing}\n", result.Error, StringComparison.Ordinal);
    }

    private static string Cloud()
    {
        string tree = $"{Cache}/kernels/6.1-cloud/build";
        Assert.SkipUnless(File.Exists(tree + "/Module.symvers"), "tests/setup/kernels.sh 6.1-cloud");
        return tree;
    }
}
