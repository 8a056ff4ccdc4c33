using Oot.Elf;

namespace Oot.Kernel.Booting;

/// <summary>What differs between the machines that kernels are booted in.</summary>
/// <param name="Machine">The kernel's architecture.</param>
/// <param name="Emulator">QEMU's program.</param>
/// <param name="Package">Debian's package with it.</param>
/// <param name="MachineWords">QEMU's words for the machine.</param>
/// <param name="EmulatedProcessor">The processor where there is no KVM.</param>
/// <param name="Console">The kernel's name of the console's port.</param>
/// <param name="Report">The kernel's name of the report's port.</param>
/// <param name="ReportWords">QEMU's words that connect the report's port with its standard output.</param>
/// <param name="KernelWords">Words for the kernel's command line.</param>
/// <param name="TakesPackedKernels">QEMU reads the distribution's file; otherwise it gets the kernel unpacked.</param>
internal sealed record GuestArchitecture(
    ElfMachine Machine, string Emulator, string Package, IReadOnlyList<string> MachineWords, string EmulatedProcessor, string Console, string Report, IReadOnlyList<string> ReportWords, string KernelWords,
    bool TakesPackedKernels)
{
    // On a busy host a guest may find that its timer does not work, and panic: it need not look.
    // QEMU 7.2's cmpxchg16b leaves the flags undefined, with which 6.12 kernels crash in half of all boots; without that instruction they take a lock instead.
    private static GuestArchitecture X86 { get; } = new(
        ElfMachine.X86_64, "qemu-system-x86_64", "qemu-system-x86", [], "qemu64,-cx16", "ttyS0", "ttyS1", ["-serial", "chardev:report"], " no_timer_check", true);

    // The machine has one port for the console; a second one comes with a card. QEMU 7.2 does not unpack EFI images.
    private static GuestArchitecture Arm { get; } = new(
        ElfMachine.AArch64, "qemu-system-aarch64", "qemu-system-arm", ["-machine", "virt"], "cortex-a57", "ttyAMA0", "ttyS0", ["-device", "pci-serial,chardev=report"], "", false);

    /// <summary>The one for an architecture; null when oot boots no such kernels.</summary>
    internal static GuestArchitecture? Of(ElfMachine machine) => machine switch
    {
        ElfMachine.X86_64 => X86,
        ElfMachine.AArch64 => Arm,
        _ => null,
    };
}
