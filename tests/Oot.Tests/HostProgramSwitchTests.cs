using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary>Whose host programs a make runs, seen from a makefile. The tree's own fixdep here is a script that says so.</summary>
public sealed class HostProgramSwitchTests : IDisposable
{
    private readonly RunningOot oot = new();

    public HostProgramSwitchTests()
    {
        oot.Root.Write("include/config/auto.conf", "CONFIG_MODULES=y\n");
        oot.Root.Write("include/config/kernel.release", "6.1.0\n");
        string program = oot.Root.Write("scripts/basic/fixdep", "#!/bin/sh\necho the tree\\'s $#\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        oot.Root.Write("x.d", "x.o: /dev/null\n");
    }

    public void Dispose() => oot.Dispose();

    private string Make(string makefile, params string[] words)
    {
        oot.Root.Write("Makefile", makefile);
        ProgramResult result = oot.Run(["make", .. words]);
        Assert.Equal("", result.Error);
        return result.Output;
    }

    private const string Ours = "cmd_x.o := cc\n\nsource_x.o := /dev/null\n\ndeps_x.o := \\\n\nx.o: $(deps_x.o)\n\n$(deps_x.o):\n";

    [Theory]
    [InlineData("\t@scripts/basic/fixdep x.d x.o cc\n")]
    [InlineData("\t@./scripts/basic/fixdep x.d x.o 'cc'\n")]
    [InlineData("\t@true; $(CURDIR)/scripts/basic/fixdep x.d x.o cc | cat\n")]
    [InlineData("\t@$(MAKE) --no-print-directory inner\ninner:\n\t@scripts/basic/fixdep x.d x.o cc\n")]
    public void Ours_unless_told_otherwise(string recipe)
    {
        Assert.Equal(Ours, Make("all:\n" + recipe));
        Assert.Equal(Ours, Make("all:\n" + recipe, "--host-programs=oot"));
        Assert.Equal("the tree's 3\n", Make("all:\n" + recipe, "--host-programs=tree"));
    }

    [Fact]
    public void A_shell_function_runs_ours_too() =>
        Assert.Equal(Ours.ReplaceLineEndings(" ").TrimEnd() + "\n", Make("text := $(shell scripts/basic/fixdep x.d x.o cc)\nall:\n\t@echo '$(value text)'\n"));

    [Fact]
    public void Nothing_shows_it()
    {
        const string Makefile = "cmd = scripts/basic/fixdep x.d x.o '$(MAKEFLAGS)' > x.cmd; printf '%s\\n' '$(cmd_text)'\ncmd_text = scripts/basic/fixdep; scripts/basic/fixdep\nall:\n\t$(cmd)\n\t@env | grep -c HOST_PROGRAMS || :\n";
        Assert.Equal("scripts/basic/fixdep x.d x.o '' > x.cmd; printf '%s\\n' 'scripts/basic/fixdep; scripts/basic/fixdep'\nscripts/basic/fixdep; scripts/basic/fixdep\n0\n", Make(Makefile));
        Assert.StartsWith("cmd_x.o := \n", File.ReadAllText(oot.Root.Path + "/x.cmd"), StringComparison.Ordinal);
        Assert.Equal("scripts/basic/fixdep x.d x.o 'n' > x.cmd; printf '%s\\n' 'scripts/basic/fixdep; scripts/basic/fixdep'\n", Make(Makefile, "-n").Split("env |")[0]);
    }

    [Fact]
    public void Output_of_a_file_that_others_write_too_stays_in_order()
    {
        Make("all:\n\t@{ echo before; scripts/basic/fixdep x.d x.o cc; echo after; } > x.cmd\n");
        Assert.Equal($"before\n{Ours}after\n", File.ReadAllText(oot.Root.Path + "/x.cmd"));
    }

    [Fact]
    public void A_program_of_that_name_that_is_no_trees_is_left_alone()
    {
        File.Delete(oot.Root.Path + "/include/config/auto.conf");
        Assert.Equal("the tree's 3\n", Make("all:\n\t@scripts/basic/fixdep x.d x.o cc\n"));
    }

    [Fact]
    public void Another_value_is_wrong_usage()
    {
        ProgramResult result = oot.Run("make", "--host-programs=mine");
        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("--host-programs=mine: neither oot nor tree", result.Error, StringComparison.Ordinal);
    }
}
