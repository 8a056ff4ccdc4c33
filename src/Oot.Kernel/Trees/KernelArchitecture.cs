using Oot.Elf;

namespace Oot.Kernel.Trees;

/// <summary>One architecture and its names. They are the kernel's <c>ARCH</c> (7.x makefiles: <c>SRCARCH</c>), the machine name of <c>uname -m</c>, Debian's name, and the number in ELF files.</summary>
/// <param name="Kernel">The directory below <c>arch/</c>: <c>x86</c>.</param>
/// <param name="Machine">What <c>uname -m</c> prints: <c>x86_64</c>.</param>
/// <param name="Debian">The package architecture: <c>amd64</c>.</param>
/// <param name="Elf">The machine number of its object files.</param>
/// <param name="Option">The option that only this architecture's configuration has.</param>
/// <param name="Triplet">What distributions put before the name of a compiler for it: <c>x86_64-linux-gnu</c>.</param>
public sealed record KernelArchitecture(string Kernel, string Machine, string Debian, ElfMachine Elf, string Option, string Triplet)
{
    /// <summary>All that oot knows, the 64-bit one of a family first.</summary>
    public static readonly IReadOnlyList<KernelArchitecture> All =
    [
        new("x86", "x86_64", "amd64", ElfMachine.X86_64, "X86_64", "x86_64-linux-gnu"),
        new("x86", "i686", "i386", ElfMachine.I386, "X86_32", "i686-linux-gnu"),
        new("arm64", "aarch64", "arm64", ElfMachine.AArch64, "ARM64", "aarch64-linux-gnu"),
        new("arm", "armv7l", "armhf", ElfMachine.Arm, "ARM", "arm-linux-gnueabihf"),
        new("riscv", "riscv64", "riscv64", ElfMachine.RiscV, "RISCV", "riscv64-linux-gnu"),
        new("powerpc", "ppc64le", "ppc64el", ElfMachine.PowerPc64, "PPC64", "powerpc64le-linux-gnu"),
        new("powerpc", "ppc", "powerpc", ElfMachine.PowerPc, "PPC32", "powerpc-linux-gnu"),
        new("s390", "s390x", "s390x", ElfMachine.S390, "S390", "s390x-linux-gnu"),
        new("loongarch", "loongarch64", "loong64", ElfMachine.LoongArch, "LOONGARCH", "loongarch64-linux-gnu"),
        new("mips", "mips64", "mips64el", ElfMachine.Mips, "MIPS", "mips64el-linux-gnuabi64"),
    ];

    /// <summary>The architecture of a configuration; null when it is none of these.</summary>
    public static KernelArchitecture? Of(KernelConfiguration configuration) => All.FirstOrDefault(a => configuration.IsYes(a.Option));

    /// <summary>The flavour of Debian's usual kernel for it, which ends the release: <c>amd64</c>, <c>armmp</c>.</summary>
    public string DebianFlavour => Debian switch
    {
        "armhf" => "armmp",
        "i386" => "686-pae",
        "ppc64el" => "powerpc64le",
        _ => Debian,
    };

    /// <summary>The architecture that a user names in any of its ways (<c>arm64</c>, <c>aarch64</c>, <c>armhf</c>); null when it is none of these.</summary>
    public static KernelArchitecture? Named(string name) => All.FirstOrDefault(a => a.Debian == name) ?? All.FirstOrDefault(a => a.Machine == name || a.Kernel == name);

    /// <summary>The architecture with a machine name (<c>uname -m</c>); null when it is none of these.</summary>
    public static KernelArchitecture? OfMachine(string machine) =>
        All.FirstOrDefault(a => a.Machine == machine) ?? (machine is "i386" or "i486" or "i586" ? All[1] : machine.StartsWith("arm", StringComparison.Ordinal) ? All[3] : null);
}
