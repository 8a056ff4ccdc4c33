using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

public class BuildVerbTests
{
    [Fact]
    public void A_module_of_the_kernel_asked_for_passes()
    {
        using var oot = new RunningOot();
        string tree = FakeKernel.Create(oot.Root);
        string module = oot.Module("m", "obj-m := x.o\n");
        Assert.Equal(ExitCode.Done, oot.Build(module, tree));
        Assert.True(File.Exists(module + "/x.ko"));
        Assert.Equal(ExitCode.Done, oot.Build(module, tree));
    }

    [Fact]
    public void A_module_of_another_kernel_fails_the_check()
    {
        using var oot = new RunningOot();
        string tree = FakeKernel.Create(oot.Root, vermagic: "6.12.0 SMP preempt mod_unload ");
        Assert.Equal(ExitCode.FailedCheck, oot.Build(oot.Module("m", "obj-m := x.o\n"), tree));
    }

    [Fact]
    public void A_wrapper_is_steered_away_from_its_default_kernel()
    {
        using var oot = new RunningOot();
        string tree = FakeKernel.Create(oot.Root);
        string module = oot.Module("m", "KDIR := /lib/modules/$(shell uname -r)/build\nall:\n\t$(MAKE) -C $(KDIR) M=$(CURDIR) modules\n");
        Assert.Equal(ExitCode.Done, oot.Build(module, tree));
    }

    [Fact]
    public void Without_j_a_drivers_own_rules_run_one_after_the_other()
    {
        using var oot = new RunningOot();
        string tree = FakeKernel.Create(oot.Root);
        string module = oot.Module("m", "KDIR := /lib/modules/$(shell uname -r)/build\nall: first second\nfirst:\n\tsleep 0.5; touch first-is-done\nsecond:\n\ttest -e first-is-done\n\t$(MAKE) -C $(KDIR) M=$(CURDIR) modules\n");
        Assert.Equal(ExitCode.Done, oot.Build(module, tree));
    }

    [Fact]
    public void A_build_that_makes_nothing_is_not_a_success()
    {
        using var oot = new RunningOot();
        Assert.Equal(ExitCode.FailedCheck, oot.Build(oot.Module("m", "all:\n\t@true\n"), FakeKernel.Create(oot.Root)));
    }

    [Fact]
    public void A_failed_compilation_is_make_s_exit_code()
    {
        using var oot = new RunningOot();
        Assert.Equal(ExitCode.BuildFailed, oot.Build(oot.Module("m", "obj-m := x.o\n"), FakeKernel.Create(oot.Root), "x.o"));
    }
}
