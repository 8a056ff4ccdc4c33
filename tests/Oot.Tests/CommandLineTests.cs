using Oot.Core;
using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData(64, "error: unknown option '--bogus' [OOT2001]\n  See `oot build --help`.\n", "build", "--bogus")]
    [InlineData(66, "error: no Kbuild, Makefile, makefile or GNUmakefile in '@ROOT@' [OOT1003]\n  Create a Kbuild file with a line such as `obj-m := NAME.o` for NAME.c.\n", "build")]
    [InlineData(64, "error: 'nonsense' does not name a kernel to add [OOT1408]\n  Write debian:default, debian:RELEASE, debian:RELEASE@SUITE, `deb FILE...` or `dir PATH`.\n", "kernel", "add", "nonsense")]
    [InlineData(66, "error: '9.9' is not in oot's store (@ROOT@/data/oot/kernels) [OOT1407]\n  Only kernels that `oot kernel add` brought can be removed.\n", "kernel", "remove", "9.9")]
    [InlineData(66, "error: cannot read 'no.deb': No such file or directory [OOT2003]\n  Check the name.\n", "kernel", "add", "deb", "no.deb")]
    public void Mistakes_end_with_a_message_a_remedy_and_a_code(int code, string message, params string[] words)
    {
        using var oot = new RunningOot();
        ProgramResult result = oot.Run(words);
        Assert.Equal((code, message.Replace("@ROOT@", oot.Root.Path, StringComparison.Ordinal)), (result.ExitCode, result.Error));
    }

    [Fact]
    public void A_missing_kernel_names_its_package()
    {
        using var oot = new RunningOot();
        oot.Module("m", "obj-m := x.o\n");
        ProgramResult result = oot.Run("build", "m", "-k", "9.9.9-none", "--offline");
        Assert.Equal(69, result.ExitCode);
        Assert.Contains("9.9.9-none", result.Error);
        Assert.Contains("Install the package ", result.Error);
        Assert.Equal(69, oot.Run("kernel", "add", "debian:9.9.9-none", "--offline").ExitCode);
    }

    [Fact]
    public void A_tree_is_added_listed_shown_and_removed()
    {
        using var oot = new RunningOot();
        string tree = FakeKernel.Create(oot.Root);
        Assert.Equal(0, oot.Run("kernel", "add", "dir", "kdir").ExitCode);
        Assert.Equal(0, oot.Run("kernel", "add", "dir", tree).ExitCode);
        FakeKernel.Create(oot.Root, "other");
        Assert.Equal(66, oot.Run("kernel", "add", "dir", "other").ExitCode);
        Assert.Contains($"{FakeKernel.Release}\tx86_64\t{oot.Root.Path}/data/oot/kernels/{FakeKernel.Release}/build\tgcc\tusable\n", oot.Run("kernel", "list").Output);
        ProgramResult shown = oot.Run("kernel", "show", FakeKernel.Release, "--json");
        Assert.Contains("\"vermagic\": \"6.1.0-fake SMP preempt mod_unload modversions \"", shown.Output);
        Assert.Equal(0, oot.Run("kernel", "remove", FakeKernel.Release).ExitCode);
        Assert.DoesNotContain(FakeKernel.Release, oot.Run("kernel", "list").Output);
        Assert.True(Directory.Exists(tree));
    }

    [Fact]
    public void Help_ends_with_commands_to_copy()
    {
        using var oot = new RunningOot();
        ProgramResult help = oot.Run("kernel", "add", "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Examples:\n  oot kernel add debian:default\n", help.Output);
    }

    [Fact]
    public void Every_diagnostic_has_its_page_and_every_page_its_diagnostic()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "oot.slnx")))
            root = Path.GetDirectoryName(root)!;
        var sources = Directory.EnumerateFiles(root + "/src", "*.cs", SearchOption.AllDirectories).Where(path => path.Contains("/Oot.Kernel/") || path.Contains("/Oot.Deploy/") || path.Contains("/Oot/"))
            .SelectMany(path => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(path), "\"(OOT[0-9]{4})\"").Select(match => match.Groups[1].Value)).Distinct().Order();
        var pages = Directory.EnumerateFiles(root + "/docs/diagnostics", "OOT*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order();
        Assert.Equal(sources, pages);
    }
}
