using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot config localmodconfig</c> as a user calls it, in a small tree that has everything.</summary>
public sealed class LocalConfigTests : IDisposable
{
    private const string Configuration = "CONFIG_MODULES=y\nCONFIG_BUS=m\nCONFIG_ONE=m\nCONFIG_TWO=m\nCONFIG_HIDDEN=m\nCONFIG_INNER=m\nCONFIG_LOADED=m\n";

    private readonly RunningOot oot = new();

    public LocalConfigTests()
    {
        foreach ((string name, string text) in ((string, string)[])[
            ("Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 1\nEXTRAVERSION =\ninclude $(srctree)/arch/$(SRCARCH)/Makefile\n"),
            ("Kbuild", "obj-y += init/ lib/ kernel/\n"), ("init/main.c", ""), ("kernel/Makefile", ""), ("arch/x86/Makefile", ""),
            ("lib/Makefile", "obj-$(CONFIG_HIDDEN) += hidden.o\nobj-$(CONFIG_LOADED) += loaded.o\nobj-$(CONFIG_TWO) += two.o\n"),
            ("lib/hidden.c", "int hidden_thing(void) { return 0; }\nEXPORT_SYMBOL(hidden_thing);\n"),
            ("Kconfig", "config MODULES\n\tbool \"modules\"\n\tmodules\n\nconfig BUS\n\ttristate \"bus\"\n\nconfig HIDDEN\n\ttristate\n\nconfig LOADED\n\ttristate \"loaded\"\n\nmenu \"devices\"\n\tdepends on BUS\n\n"
                + "config ONE\n\ttristate \"one\"\n\tselect HIDDEN\n\nconfig TWO\n\ttristate \"two\"\n\nendmenu\n"),
            (".config", Configuration), ("loaded", "Module Size Used by\nloaded 1 0\nforeign 1 0\n")])
            oot.Root.Write(name, text);
    }

    public void Dispose() => oot.Dispose();

    private string Options() => string.Join(' ', File.ReadLines(oot.Root.At(".config")).Where(line => line.EndsWith("=m", StringComparison.Ordinal)));

    [Fact]
    public void What_is_loaded_stays_and_the_rest_is_on_record()
    {
        ProgramResult result = oot.Run("config", "localmodconfig", "LSMOD=loaded", "ARCH=x86_64");
        Assert.Equal((0, "oot: modules that no makefile of the tree names: foreign\n"), (result.ExitCode, result.Error));
        Assert.Equal("CONFIG_LOADED=m", Options());
        Assert.Equal(Configuration, File.ReadAllText(oot.Root.At(".config.old")));
        Assert.Equal("CONFIG_BUS=m\nCONFIG_ONE=m\nCONFIG_TWO=m\nCONFIG_HIDDEN=m\nCONFIG_INNER=m\n# CONFIG_MODULES stays\n# CONFIG_LOADED stays\n", string.Join('\n', File.ReadLines(oot.Root.At(".config.dropped")).Skip(1)) + "\n");
        Assert.Contains("there is no module to leave out", oot.Run("config", "localmodconfig", "--lsmod", "loaded", "ARCH=x86_64").Error);
    }

    [Fact]
    public void What_a_module_needs_is_kept_and_explain_knows_when_it_was_not()
    {
        Assert.Equal(0, oot.Run("config", "localmodconfig", "--lsmod", "loaded", "ARCH=x86_64").ExitCode);
        ProgramResult explained = oot.Run("explain", "hidden_thing", "--source", ".", "--config", ".config");
        Assert.StartsWith("hidden_thing: needs CONFIG_HIDDEN=m (or y); now n; localmodconfig switched it off\n", explained.Output, StringComparison.Ordinal);
        Assert.Contains("CONFIG_HIDDEN was on before: `oot config localmodconfig` switched it off", explained.Output);

        oot.Root.Write(".config", Configuration);
        Compile("drv/drv.c", "int hidden_thing(void); int init_module(void) { return hidden_thing(); }");
        ProgramResult kept = oot.Run("config", "localmodconfig", "--lsmod", "loaded", "--keep-for", "drv", "ARCH=x86_64");
        Assert.Equal(0, kept.ExitCode);
        // ONE selects it, and is in a menu that depends on BUS, which the kernel's own localmodconfig does not see.
        Assert.Equal("CONFIG_BUS=m CONFIG_HIDDEN=m CONFIG_LOADED=m CONFIG_ONE=m", Options());
    }

    [Fact]
    public void The_kernels_own_localmodconfig_is_told_by_the_configuration_before()
    {
        string many = string.Concat(Enumerable.Range(0, 60).Select(i => $"CONFIG_M{i}=m\n"));
        oot.Root.Write("my.config.old", Configuration + many);
        oot.Root.Write("my.config", "CONFIG_MODULES=y\nCONFIG_LOADED=m\n");
        Assert.Contains("it went with many other modules, as localmodconfig does", oot.Run("explain", "hidden_thing", "--source", ".", "--config", "my.config").Output);
        oot.Root.Write("my.config", "CONFIG_MODULES=y\nCONFIG_NEW=m\n");
        Assert.DoesNotContain("localmodconfig", oot.Run("explain", "hidden_thing", "--source", ".", "--config", "my.config").Output);
    }

    [Fact]
    public void The_record_counts_while_what_stayed_is_on()
    {
        Assert.Equal(0, oot.Run("config", "localmodconfig", "--lsmod", "loaded", "ARCH=x86_64").ExitCode);
        string[] question = ["explain", "hidden_thing", "--source", ".", "--config", ".config"];
        File.AppendAllText(oot.Root.At(".config"), "CONFIG_BUS=m\nCONFIG_TWO=m\n");
        Assert.Contains("`oot config localmodconfig` switched it off", oot.Run(question).Output);
        // As the kernel's own localmodconfig leaves it for other modules: the one that stayed has gone, and the record stands beside it still.
        oot.Root.Write(".config", "CONFIG_MODULES=y\nCONFIG_BUS=m\nCONFIG_TWO=m\n# CONFIG_LOADED is not set\n");
        Assert.True(File.Exists(oot.Root.At(".config.dropped")));
        Assert.DoesNotContain("localmodconfig", oot.Run(question).Output);
        // A record that does not say what stayed is nobody's.
        oot.Root.Write(".config.dropped", "# of an older oot\nCONFIG_HIDDEN=m\n");
        Assert.DoesNotContain("localmodconfig", oot.Run(question).Output);
    }

    [Fact]
    public void A_configuration_that_begins_anew_has_no_record()
    {
        Assert.Equal(0, oot.Run("config", "localmodconfig", "--lsmod", "loaded", "ARCH=x86_64").ExitCode);
        Assert.Equal(0, oot.Run("config", "allnoconfig", "ARCH=x86_64").ExitCode);
        Assert.False(File.Exists(oot.Root.At(".config.dropped")));
    }

    [Fact]
    public void Kconfig_files_that_cannot_be_read_leave_the_configuration_as_it_was()
    {
        oot.Root.Write("Kconfig", "config\n");
        Assert.Equal(1, oot.Run("config", "localmodconfig", "--lsmod", "loaded", "ARCH=x86_64").ExitCode);
        Assert.Equal(Configuration, File.ReadAllText(oot.Root.At(".config")));
        Assert.False(File.Exists(oot.Root.At(".config.old.1")));
    }

    [Theory]
    [InlineData("OOT2205", 66, "localmodconfig", "--lsmod", "none")]
    [InlineData("OOT2206", 66, "localmodconfig", "--lsmod", "loaded", "--keep-for", "kernel")]
    [InlineData("OOT1303", 66, "localmodconfig", "--lsmod", "loaded", "--keep-for", "none.ko")]
    [InlineData("OOT2203", 64, "local")]
    public void Mistakes_have_a_number(string id, int code, params string[] words)
    {
        ProgramResult result = oot.Run(["config", .. words, "ARCH=x86_64"]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains($" [{id}]\n", result.Error);
        Assert.Equal(Configuration, File.ReadAllText(oot.Root.At(".config")));
        Assert.True(File.Exists($"{Checkout.Root}/docs/diagnostics/{id}.md"));
    }

    [Fact]
    public void Without_a_configuration_it_begins_with_the_running_kernels()
    {
        ProgramResult result = oot.Run("config", "localyesconfig", "--lsmod", "loaded", "KCONFIG_CONFIG=none", "ARCH=x86_64");
        Assert.Contains(result.ExitCode == 0 ? "oot: there is no none: beginning with /" : " [OOT2204]\n", result.Error);
        Assert.Equal(result.ExitCode == 0, File.Exists(oot.Root.At("none")));
    }

    [Fact]
    public void A_symbol_that_is_not_in_the_configuration_is_told()
    {
        oot.Root.Write(".config", "CONFIG_MODULES=y\nCONFIG_LOADED=m\n");
        Compile("drv/drv.c", "int hidden_thing(void); int init_module(void) { return hidden_thing(); }");
        oot.Root.Write("loaded", "");
        ProgramResult result = oot.Run("config", "localmodconfig", "--lsmod", "loaded", "--keep-for", "drv/drv.o", "ARCH=x86_64");
        Assert.Contains("[OOT2207]", result.Error);
    }

    private void Compile(string name, string text)
    {
        string source = oot.Root.Write(name, text);
        using var process = System.Diagnostics.Process.Start("gcc", ["-c", source, "-o", Path.ChangeExtension(source, ".o")]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
