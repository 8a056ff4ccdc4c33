using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>Each answer that there is to "why is this symbol missing?", as people read it.</summary>
public class SymbolExplainerTests
{
    private static readonly ProvenanceIndex Map = ProvenanceIndex.Open(IndexWriter.Write(ProvenanceBuilderTests.Build(
        ("drivers/Makefile", "obj-$(CONFIG_MEDIA) += media/\n"),
        ("drivers/media/Makefile", "obj-$(CONFIG_VB2) += vb2.o\nvb2-y := queue.o\nobj-$(CONFIG_DEV) += dev.o\n"),
        ("drivers/media/queue.c", "EXPORT_SYMBOL_GPL(vb2_queue_init);\nEXPORT_SYMBOL_GPL(vb2_core_queue_init);\n"),
        ("drivers/media/dev.c", "EXPORT_SYMBOL_NS(video_ioctl2, \"MEDIA\");\n#if PAGE_SHIFT > 12\nEXPORT_SYMBOL(odd);\n#endif\n"),
        ("arch/arm/Makefile", "core-y += arch/arm/\n"), ("arch/arm/Kbuild", "obj-y += a.o\n"), ("arch/arm/a.c", "EXPORT_SYMBOL(flush_it);\n"),
        ("lib/generator.c", "EXPORT_SYMBOL(generated);\n"))))!;

    private const string Symvers = "0x12345678\tvideo_ioctl2\tdrivers/media/dev\tEXPORT_SYMBOL\tMEDIA\n0x9abcdef0\tvb2_queue_init\tvmlinux\tEXPORT_SYMBOL_GPL\t\n";

    [Theory]
    [InlineData("video_ioctl2", "CONFIG_MEDIA=y\n", Symvers, "video_ioctl2: exported by drivers/media/dev, in the namespace MEDIA, CRC 0x12345678: the problem is elsewhere")]
    [InlineData("vb2_queue_init", "CONFIG_MEDIA=y\n", Symvers, "vb2_queue_init: exported by the kernel, for GPL-compatible modules, CRC 0x9abcdef0: the problem is elsewhere")]
    [InlineData("vb2_core_queue_init", "CONFIG_MEDIA=y\n", Symvers, "vb2_core_queue_init: needs CONFIG_VB2=m (or y); now n")]
    [InlineData("vb2_core_queue_init", "CONFIG_X=y\n", "", "vb2_core_queue_init: needs CONFIG_MEDIA=m (or y); now n and CONFIG_VB2=m; now n")]
    [InlineData("vb2_core_queue_init", "CONFIG_MEDIA=y\nCONFIG_VB2=m\nCONFIG_TRIM_UNUSED_KSYMS=y\n", Symvers, "vb2_core_queue_init: built, but its export was dropped (CONFIG_TRIM_UNUSED_KSYMS=y)")]
    [InlineData("vb2_core_queue_init", "CONFIG_MEDIA=y\nCONFIG_VB2=m\nCONFIG_TRIM_UNUSED_KSYMS=y\n", null, "vb2_core_queue_init: its options are on, in the module drivers/media/vb2, but CONFIG_TRIM_UNUSED_KSYMS=y: exported only if another module of that build or the whitelist uses it")]
    [InlineData("vb2_core_queue_init", "CONFIG_MEDIA=y\nCONFIG_VB2=m\n", Symvers, "vb2_core_queue_init: its options are on, but the module drivers/media/vb2 is not in this kernel's build")]
    [InlineData("vb2_core_queue_init", "CONFIG_MEDIA=y\nCONFIG_VB2=m\n", null, "vb2_core_queue_init: its options are on: a full build of this configuration exports it, in the module drivers/media/vb2")]
    [InlineData("odd", "CONFIG_MEDIA=y\n", "", "odd: needs CONFIG_DEV=m (or y); now n")]
    [InlineData("flush_it", "CONFIG_MEDIA=y\n", "", "flush_it: exported only on arm")]
    [InlineData("generated", "CONFIG_MEDIA=y\n", "", "generated: exported by lib/generator.c, and the makefiles do not tell when that is built")]
    [InlineData("vb2_init_queue", "CONFIG_MEDIA=y\n", "", "vb2_init_queue: exported by none of the versions that oot knows (5.10, 6.1, 6.12, 7.3); did you mean vb2_queue_init or vb2_core_queue_init?")]
    [InlineData("kallsyms_lookup_name", "CONFIG_MEDIA=y\n", "", "kallsyms_lookup_name: exported by none of the versions that oot knows (5.10, 6.1, 6.12, 7.3); it was until 5.6")]
    [InlineData("i2c_add_adapter", "CONFIG_MEDIA=y\n", "", "i2c_add_adapter: not exported by 6.12.9, but by ")]
    public void Each_answer_is_one_line(string symbol, string configuration, string? symvers, string expected)
    {
        var kernel = new ExplainedKernel("6.12.9", "x86", KernelConfiguration.Parse(configuration), symvers);
        string line = new ExplanationLines(Map.Version).Summary(new SymbolExplainer(kernel, Map, new ShippedMaps(), null).Explain([symbol])[0]);
        Assert.Equal(expected, expected.EndsWith(' ') ? line[..Math.Min(line.Length, expected.Length)] : line);
    }

    [Fact]
    public void Every_shipped_map_is_whole_and_loads_soon()
    {
        var shipped = new ShippedMaps();
        Assert.NotEmpty(shipped.Versions);
        foreach (string version in shipped.Versions)
        {
            ProvenanceIndex index = shipped.Open(version)!;
            Assert.Equal(version, index.Version);
            Assert.InRange(index.Count, 30_000, 80_000);
            Assert.True(index.Find("printk") < 0 || index.OriginsOf(index.Find("printk")).Count > 0);
            Assert.Equal("lib/vsprintf.c", Assert.Single(index.OriginsOf(index.Find("vsnprintf"))).File);
        }
    }

    [Theory]
    [InlineData("ERROR: modpost: \"video_ioctl2\" [/d/drv.ko] undefined!", "video_ioctl2")]
    [InlineData("ERROR: \"vb2_init_queue\" [/d/drv.ko] undefined!", "vb2_init_queue")]
    [InlineData("WARNING: modpost: \"x\" [/d/drv.ko] undefined!", "x")]
    [InlineData("[  1.5] drv: Unknown symbol usb_register (err -2)", "usb_register")]
    [InlineData("ld: a.o: in function `f': a.c:(.text+0x5): undefined reference to `g'", "g")]
    [InlineData("ERROR: modpost: module drv uses symbol a_b from namespace NS, but does not import it.", "a_b")]
    [InlineData("ERROR: modpost: GPL-incompatible module drv.ko uses GPL-only symbol 'c_d'", "c_d")]
    [InlineData("ld.lld: error: undefined symbol: e_f", "e_f")]
    [InlineData("depmod: WARNING: /lib/modules/6.1/x.ko needs unknown symbol g_h", "g_h")]
    [InlineData("[  1.5] drv: disagrees about version of symbol module_layout", "module_layout")]
    [InlineData("a.c:1:2: error: 'x' undefined (first use in this function)", null)]
    public void Logs_name_their_symbols(string line, string? symbol) => Assert.Equal(symbol is null ? [] : [symbol], ModpostLog.Symbols(line + "\n" + line + "\n"));
}
