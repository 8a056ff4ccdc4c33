using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>An export whose list of modules an architecture's header gives, by options: one meaning for each, and none where the header gives none.</summary>
public class MachineObjectsTests
{
    internal const string Source = "#include <linux/demo_types.h>\nEXPORT_FOR_DEMO(shared);\nEXPORT_FOR_PARTS(inner);\n";

    /// <summary>In the manner of EXPORT_SYMBOL_FOR_KVM of kernel 7.x.</summary>
    internal static readonly (string Name, string Text)[] Headers =
    [
        ("include/linux/demo_types.h",
            "#include <asm/demo_types.h>\n#ifdef DEMO_PARTS\n#define EXPORT_FOR_PARTS(name) EXPORT_SYMBOL_FOR_MODULES(name, __stringify(DEMO_PARTS))\n"
            + "#define EXPORT_FOR_DEMO(name) \\\n\tEXPORT_SYMBOL_FOR_MODULES(name, \"demo,\" __stringify(DEMO_PARTS))\n"
            + "#else\n#define EXPORT_FOR_PARTS(name)\n#if IS_MODULE(CONFIG_DEMO)\n#define EXPORT_FOR_DEMO(name) EXPORT_SYMBOL_FOR_MODULES(name, \"demo\")\n#else\n#define EXPORT_FOR_DEMO(name)\n#endif\n#endif\n"),
        ("arch/x86/include/asm/demo_types.h",
            "#if IS_MODULE(CONFIG_AMD) && IS_MODULE(CONFIG_INTEL)\n#define DEMO_PARTS demo-amd,demo-intel\n#elif IS_MODULE(CONFIG_AMD)\n#define DEMO_PARTS demo-amd\n#else\n#undef DEMO_PARTS\n#endif\n"),
        ("arch/arm/include/asm/demo_types.h", "#if IS_MODULE(CONFIG_PR)\n#define DEMO_PARTS demo-pr\n#endif\n"),
    ];

    private static readonly ProvenanceMap Map = ProvenanceBuilderTests.Build([.. Headers, ("Kbuild", "obj-y += kernel/\n"), ("kernel/Makefile", "obj-y += a.o\n"), ("kernel/a.c", Source)]);

    [Theory]
    [InlineData("shared", "x86", "CONFIG_AMD=m\nCONFIG_INTEL=m\n", "module:demo,demo-amd,demo-intel")]
    [InlineData("inner", "x86", "CONFIG_AMD=m\nCONFIG_INTEL=m\n", "module:demo-amd,demo-intel")]
    [InlineData("shared", "x86", "CONFIG_AMD=m\nCONFIG_INTEL=y\n", "module:demo,demo-amd")]
    [InlineData("shared", "x86", "CONFIG_INTEL=m\nCONFIG_DEMO=m\n", "module:demo")]
    [InlineData("inner", "x86", "CONFIG_INTEL=m\nCONFIG_DEMO=m\n", "")]
    [InlineData("shared", "x86", "CONFIG_DEMO=y\n", "")]
    [InlineData("shared", "x86", "CONFIG_PR=m\n", "")]
    [InlineData("shared", "arm", "CONFIG_PR=m\n", "module:demo,demo-pr")]
    public void Each_configuration_has_its_list(string symbol, string architecture, string configuration, string expected)
    {
        var judge = new ConfigurationJudge(KernelConfiguration.Parse(configuration), architecture);
        IEnumerable<string> spaces = Map.Symbols[symbol].Where(origin => origin.Placements.Any(placement => judge.IsBuilt(origin, placement) != false)).Select(static origin => origin.Namespace);
        Assert.Equal(expected, string.Join(' ', spaces));
    }
}
