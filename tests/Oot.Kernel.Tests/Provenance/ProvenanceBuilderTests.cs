using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>Small trees: each form of an export, and each way of a makefile to say when it is built.</summary>
public class ProvenanceBuilderTests
{
    [Fact]
    public void Every_form_of_an_export_is_found()
    {
        ProvenanceMap map = Build(("lib/a.c", """
            EXPORT_SYMBOL(plain);
            EXPORT_SYMBOL_GPL(gpl);
            EXPORT_SYMBOL_NS(old_space, OLD_SPACE);
            EXPORT_SYMBOL_NS_GPL(new_space, "NEW_SPACE");
            EXPORT_SYMBOL_FOR_MODULES(for_some, "kvm,kvm-*");
            EXPORT_PER_CPU_SYMBOL(per_cpu);
            EXPORT_TRACEPOINT_SYMBOL_GPL(event);
            EXPORT_STATIC_CALL_GPL(call);
            /* EXPORT_SYMBOL(comment); */ // EXPORT_SYMBOL(line);
            EXPORT_SYMBOL
            """));
        Assert.Equal(
            ["__SCK__call gpl", "__SCK__tp_func_event gpl", "__SCT__call gpl", "__SCT__tp_func_event gpl", "__traceiter_event gpl", "__tracepoint_event gpl", "for_some gpl module:kvm,kvm-*",
                "gpl gpl", "new_space gpl NEW_SPACE", "old_space OLD_SPACE", "per_cpu", "plain"],
            map.Symbols.Select(pair => string.Join(' ', ((string[])[pair.Key, pair.Value[0].IsGpl ? "gpl" : "", pair.Value[0].Namespace]).Where(word => word.Length > 0))));
    }

    [Fact]
    public void Macros_that_paste_names_are_expanded()
    {
        ProvenanceMap map = Build(
            ("lib/a.c", """
            #define STANDARD_DEF(name, type)            \
                int param_set_##name(type *x)           \
                {                                       \
                    /* EXPORT_SYMBOL(no)                \
                     */                                 \
                    return 0;                           \
                }                                       \
                EXPORT_SYMBOL(param_set_ ##name);
            #define TWICE(x) STANDARD_DEF(x, int) STANDARD_DEF(u ## x, unsigned)
            TWICE(short)
            STANDARD_DEF(byte, unsigned char)
            #undef STANDARD_DEF
            STANDARD_DEF(gone, int)
            #define GEN(reg) EXPORT_SYMBOL(thunk_ ## reg)
            #include <asm/list.h>
            OWN_EXPORT(through_header);
            """),
            ("arch/x86/include/asm/list.h", "GEN(rax)\n#ifdef CONFIG_64BIT\nGEN(r8)\n#endif\n"),
            ("lib/own.h", "#ifdef CONFIG_OWN\n#define OWN_EXPORT(x) EXPORT_SYMBOL_GPL(own_##x)\n#else\n#define OWN_EXPORT(x)\n#endif\n"),
            ("arch/x86/a.S", "#define GEN(reg) EXPORT_SYMBOL(thunk_ ## reg)\n#include <asm/list.h>\n"));
        Assert.Equal(["own_through_header", "param_set_byte", "param_set_short", "param_set_ushort", "thunk_r8", "thunk_rax"], map.Symbols.Keys);
        Assert.Equal("CONFIG_OWN", Assert.Single(Assert.Single(map.Symbols["own_through_header"][0].When.Cases)).Variable.Name);
    }

    [Fact]
    public void A_source_that_others_include_is_where_they_are()
    {
        ProvenanceMap map = Build(
            ("lib/Makefile", "obj-y += build.o\nobj-$(CONFIG_SAFE) += safe.o\n"),
            ("lib/build.c", "#ifdef CONFIG_CORE\n# include \"core.c\"\n#endif\n"),
            ("lib/core.c", "#ifndef NAME\n#define FILLER 1\n#define NAME(x) x\n#endif\nEXPORT_SYMBOL(NAME(compress));\nEXPORT_SYMBOL(core);\n#include \"core.h\"\n"),
            ("lib/core.h", "EXPORT_SYMBOL(in_header);\n"),
            ("lib/safe.c", "#define NAME(x) x##_safe\n#include \"core.c\"\n"));
        Assert.Equal(["compress", "compress_safe", "core", "in_header"], map.Symbols.Keys);
        KernelConfiguration both = KernelConfiguration.Parse("CONFIG_CORE=y\n"), none = KernelConfiguration.Parse("CONFIG_OTHER=y\n");
        Assert.True(IsBuilt(map, "core", both));
        Assert.True(IsBuilt(map, "in_header", both));
        Assert.False(IsBuilt(map, "core", none));
        Assert.False(IsBuilt(map, "compress_safe", both));
        Assert.True(IsBuilt(map, "compress_safe", KernelConfiguration.Parse("CONFIG_SAFE=y\n")));
    }

    [Fact]
    public void Directories_of_several_parents_are_entered_by_any_of_them()
    {
        ProvenanceMap map = Build(
            ("drivers/Makefile", "obj-$(CONFIG_USB) += usb/\nobj-$(CONFIG_USB_PHY) += usb/\n"),
            ("drivers/usb/Makefile", "obj-$(CONFIG_THING) += thing.o\nthing-y := one.o\nthing-$(CONFIG_MORE) += two.o\n"),
            ("drivers/usb/one.c", "EXPORT_SYMBOL(one);\n"),
            ("drivers/usb/two.c", "#if IS_ENABLED(CONFIG_DEEP) && !defined(CONFIG_NOT)\nEXPORT_SYMBOL(two);\n#endif\n"));
        Assert.Equal("drivers/usb/thing", BuiltIn(map, "one", "CONFIG_USB_PHY=m\nCONFIG_THING=m\n"));
        Assert.Equal("", BuiltIn(map, "one", "CONFIG_USB=y\nCONFIG_THING=y\n"));
        // Only modules are made of what lies below `obj-m += dir/`.
        Assert.Null(BuiltIn(map, "one", "CONFIG_USB=m\nCONFIG_THING=y\n"));
        Assert.Null(BuiltIn(map, "one", "CONFIG_THING=y\n"));
        Assert.Equal("drivers/usb/thing", BuiltIn(map, "two", "CONFIG_USB=m\nCONFIG_THING=m\nCONFIG_MORE=y\nCONFIG_DEEP=m\n"));
        Assert.Null(BuiltIn(map, "two", "CONFIG_USB=m\nCONFIG_THING=m\nCONFIG_MORE=y\nCONFIG_DEEP=m\nCONFIG_NOT=y\n"));
        Assert.Null(BuiltIn(map, "two", "CONFIG_USB=m\nCONFIG_THING=m\nCONFIG_DEEP=m\n"));
    }

    [Fact]
    public void Namespaces_of_makefiles_and_of_sources_count()
    {
        ProvenanceMap map = Build(
            ("drivers/Makefile", "obj-y += usb/\n"),
            ("drivers/usb/Makefile", "subdir-ccflags-y += -DDEFAULT_SYMBOL_NAMESPACE='\"USB\"'\nobj-y += a.o b.o late.o\n"),
            ("drivers/usb/a.c", "EXPORT_SYMBOL(a);\nEXPORT_SYMBOL_NS(other, OTHER);\n"),
            ("drivers/usb/b.c", "#define DEFAULT_SYMBOL_NAMESPACE OWN\n#include <linux/export.h>\nEXPORT_SYMBOL(b);\n"),
            ("drivers/usb/late.c", "#include <linux/export.h>\n#define DEFAULT_SYMBOL_NAMESPACE LATE\nEXPORT_SYMBOL(late);\n"));
        Assert.Equal(["USB", "OWN", "USB", "OTHER"], map.Symbols.Values.Select(origins => origins[0].Namespace));
    }

    [Fact]
    public void An_index_says_what_the_map_says()
    {
        ProvenanceMap map = Build(("lib/Makefile", "obj-$(CONFIG_A) += a.o\n"), ("lib/a.c", "EXPORT_SYMBOL(x);\n#if NR_CPUS > 1\nEXPORT_SYMBOL_GPL(y);\n#endif\n"));
        byte[] bytes = IndexWriter.Write(map);
        ProvenanceIndex index = ProvenanceIndex.Open(bytes)!;
        Assert.Equal((2, "6.12.9"), (index.Count, index.Version));
        foreach ((string symbol, List<SymbolOrigin> origins) in map.Symbols)
        {
            SymbolOrigin read = Assert.Single(index.OriginsOf(index.Find(symbol)));
            Assert.Equal((origins[0].File, origins[0].Line, origins[0].IsGpl, origins[0].Namespace, origins[0].When), (read.File, read.Line, read.IsGpl, read.Namespace, read.When));
            Assert.Equal(origins[0].Placements, read.Placements);
        }
        Assert.Equal(-1, index.Find("z"));
    }

    [Fact]
    public void A_damaged_index_is_none_or_is_read_without_harm()
    {
        byte[] good = IndexWriter.Write(Build(("lib/Makefile", "obj-$(CONFIG_A) += a.o\n"), ("lib/a.c", "EXPORT_SYMBOL(x);\nEXPORT_SYMBOL_GPL(y);\n")));
        var random = new Random(7);
        for (int round = 0; round < 20000; round++)
        {
            byte[] bytes = good[..(random.Next(4) == 0 ? random.Next(good.Length) : good.Length)];
            for (int changes = random.Next(1, 6); changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => 0xff, 1 => 0, _ => (byte)random.Next(256) };
            if (ProvenanceIndex.Open(bytes) is not { } index)
                continue;
            for (int i = 0; i < index.Count; i++)
                _ = (index.NameOf(i), index.OriginsOf(i));
        }
    }

    private static bool IsBuilt(ProvenanceMap map, string symbol, KernelConfiguration configuration) =>
        map.Symbols[symbol].Exists(origin => origin.Placements.Any(placement => new ConfigurationJudge(configuration, "x86").IsBuilt(origin, placement) != false));

    private static string? BuiltIn(ProvenanceMap map, string symbol, string configuration)
    {
        var judge = new ConfigurationJudge(KernelConfiguration.Parse(configuration), "x86");
        return map.Symbols[symbol].SelectMany(origin => origin.Placements.Where(placement => judge.IsBuilt(origin, placement) == true)).Select(placement => placement.Module).SingleOrDefault();
    }

    internal static ProvenanceMap Build(params (string Path, string Text)[] files)
    {
        using var directory = new TemporaryDirectory();
        (string Path, string Text)[] all =
        [
            ("Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 9\ninclude $(srctree)/arch/$(SRCARCH)/Makefile\n"),
            ("Kbuild", "obj-y += init/ lib/ drivers/ kernel/ arch/$(SRCARCH)/\n"),
            ("kernel/Makefile", ""), ("init/main.c", ""), ("arch/x86/Makefile", ""), ("arch/arm/Makefile", ""), .. files,
        ];
        foreach ((string path, string text) in all)
        {
            Directory.CreateDirectory(Path.GetDirectoryName($"{directory.Path}/{path}")!);
            File.WriteAllText($"{directory.Path}/{path}", text);
        }
        return ProvenanceBuilder.Build(new Disk(), directory.Path + "/")!;
    }
}
