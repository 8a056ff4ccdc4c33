namespace Oot.Kernel.Tests;

/// <summary>A directory that looks like a prepared kernel tree and whose Makefile "builds" a real ELF object with a vermagic.</summary>
internal static class FakeKernel
{
    internal const string Release = "6.1.0-fake";

    internal const string Configuration =
        "#\n# Automatically generated file; DO NOT EDIT.\n# Linux/x86 6.1.170 Kernel Configuration\n#\n"
        + "CONFIG_X86_64=y\nCONFIG_SMP=y\nCONFIG_PREEMPT_BUILD=y\nCONFIG_MODULE_UNLOAD=y\nCONFIG_MODVERSIONS=y\nCONFIG_MODULE_SIG=y\nCONFIG_MODULE_SIG_HASH=sha256\nCONFIG_CC_VERSION_TEXT=gcc (Fake) 1.0\n";

    internal static string Create(TemporaryDirectory root, string name = "kdir", string release = Release, string? vermagic = null)
    {
        string tree = Path.Combine(root.Path, name);
        root.Write($"{name}/include/config/auto.conf", Configuration);
        root.Write($"{name}/.config", Configuration);
        root.Write($"{name}/include/generated/utsrelease.h", $"#define UTS_RELEASE \"{release}\"\n");
        root.Write($"{name}/Module.symvers", "0x00000001\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n");
        root.Write($"{name}/scripts/Makefile.lib", "ccflags-y += x\n");
        string magic = vermagic ?? $"{release} SMP preempt mod_unload modversions ";
        root.Write($"{name}/Makefile",
            "modules:\n\t@echo '  CC [M]  x.o'\n"
            + $"\t@printf '.section .modinfo,\"a\"\\n.asciz \"license=GPL\"\\n.asciz \"vermagic={magic}\"\\n' | gcc -c -x assembler -o $(M)/x.ko -\n"
            + "clean:\n\trm -f $(M)/x.ko\n"
            + "%.o:\n\t@echo \"$(M)/x.c:3:5: error: no such thing\" >&2; echo '    3 | bad' >&2; false\n");
        return tree;
    }
}
