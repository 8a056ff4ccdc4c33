using Oot.Core;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests;

public class VermagicTests
{
    [Theory]
    [InlineData("5.10.0-32-amd64 SMP mod_unload modversions ", true, "", true, true, "")]
    [InlineData("6.1.0-56-rt-amd64 SMP preempt_rt mod_unload modversions ", true, "preempt_rt", true, true, "")]
    [InlineData("7.3.4+deb13-amd64 SMP preempt mod_unload ", true, "preempt", true, false, "")]
    [InlineData("6.1.0 SMP preempt mod_unload aarch64", true, "preempt", true, false, "aarch64")]
    [InlineData("6.6.0 mod_unload ARMv7 p2v8 ", false, "", true, false, "ARMv7 p2v8")]
    public void Fields_are_told_apart(string text, bool smp, string preemption, bool unload, bool versions, string architecture)
    {
        Vermagic magic = Vermagic.Parse(text);
        Assert.Equal((smp, preemption, unload, versions, architecture), (magic.Smp, magic.Preemption, magic.Unload, magic.ModuleVersions, magic.Architecture));
        Assert.Empty(Vermagic.Compare(magic, magic));
    }

    [Fact]
    public void Each_difference_is_named()
    {
        IReadOnlyList<VermagicDifference> differences = Vermagic.Compare(Vermagic.Parse("6.1.0 SMP preempt mod_unload modversions "), Vermagic.Parse("6.12.0 SMP mod_unload "));
        Assert.Equal(
            ["release: the kernel has 6.1.0, the module 6.12.0", "preemption: the kernel has preempt, the module none", "modversions: the kernel has yes, the module no"],
            differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public void The_trees_own_header_decides_which_option_means_preempt()
    {
        using var root = new TemporaryDirectory();
        string tree = FakeKernel.Create(root);
        root.Write("kdir/include/linux/vermagic.h", """
            #include <generated/utsrelease.h>
            #ifdef CONFIG_SMP
            #define MODULE_VERMAGIC_SMP "SMP "
            #else
            #define MODULE_VERMAGIC_SMP ""
            #endif
            #if defined(CONFIG_PREEMPT_RT) && !defined(CONFIG_NEVER)
            #define MODULE_VERMAGIC_PREEMPT "preempt_rt "
            #elif defined CONFIG_NEWNAME /* said otherwise */
            #define MODULE_VERMAGIC_PREEMPT "preempt "
            #else
            #define MODULE_VERMAGIC_PREEMPT ""
            #endif
            #define VERMAGIC_STRING 						\
            	UTS_RELEASE " "							\
            	MODULE_VERMAGIC_SMP MODULE_VERMAGIC_PREEMPT MODULE_ARCH_VERMAGIC
            """);
        root.Write("kdir/arch/x86/include/asm/vermagic.h", "#ifdef CONFIG_X86_32\n# define MODULE_ARCH_VERMAGIC MODULE_PROC_FAMILY\n#else\n# define MODULE_ARCH_VERMAGIC \"x\"\n#endif\n");
        Assert.Equal("6.1.0-fake SMP x", Read(tree).Vermagic!.Text);
        File.AppendAllText(tree + "/include/config/auto.conf", "CONFIG_NEWNAME=y\n");
        Assert.Equal("6.1.0-fake SMP preempt x", Read(tree).Vermagic!.Text);
        File.AppendAllText(tree + "/include/config/auto.conf", "CONFIG_PREEMPT_RT=y\n");
        Assert.Equal("6.1.0-fake SMP preempt_rt x", Read(tree).Vermagic!.Text);
    }

    private static KernelTree Read(string tree) => new KernelTreeReader(new Disk(), new ProgramRunner(new Disk()), ProcessContext.Environment()).Read(tree);
}
