using System.Runtime.InteropServices;

namespace Oot.Kernel.Trees;

/// <summary>The machine that runs oot.</summary>
public static class HostMachine
{
    /// <summary>Its architecture.</summary>
    public static KernelArchitecture Architecture { get; } = KernelArchitecture.OfMachine(RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.X86 => "i686",
        System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
        System.Runtime.InteropServices.Architecture.Arm => "armv7l",
        System.Runtime.InteropServices.Architecture.RiscV64 => "riscv64",
        System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64le",
        System.Runtime.InteropServices.Architecture.S390x => "s390x",
        System.Runtime.InteropServices.Architecture.LoongArch64 => "loongarch64",
        _ => "x86_64",
    })!;
}
