using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Booting;

/// <summary>
/// Whether KVM can be used. That /dev/kvm can be opened does not say so (a virtual machine's own KVM may hang or refuse registers): a firmware of nine bytes that only ends QEMU is run with it,
/// which takes a tenth of a second.
/// </summary>
internal sealed class Accelerator(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    private const int FirmwareSize = 1 << 16, ResetVector = 0xfff0, ExitPort = 0xf4, ProbeMilliseconds = 2000;

    // QEMU's device isa-debug-exit ends with 2 * value + 1.
    private const int ExitValue = 0x10, ExitStatus = (2 * ExitValue) + 1;

    // mov dx, port; mov al, value; out dx, al; hlt; jmp to itself
    private static ReadOnlySpan<byte> Firmware => [0xba, ExitPort, 0, 0xb0, ExitValue, 0xee, 0xf4, 0xeb, 0xfd];

    /// <summary>QEMU's words for the accelerator and the processor: the real one under KVM, QEMU's usual one, nearly, without.</summary>
    internal IReadOnlyList<string> Choose(GuestArchitecture architecture, string directory) =>
        WordsOf(architecture.Machine == ElfMachine.X86_64 && HasKvm(architecture.Emulator, directory) ? "kvm" : "tcg", architecture);

    /// <summary>The words of an accelerator.</summary>
    internal static IReadOnlyList<string> WordsOf(string name, GuestArchitecture architecture) =>
        name == "kvm" ? ["-accel", "kvm", "-cpu", "host"] : ["-accel", "tcg", "-cpu", architecture.EmulatedProcessor];

    private bool HasKvm(string emulator, string directory)
    {
        if (disk.Stat("/dev/kvm", out _) != 0)
            return false;
        byte[] firmware = new byte[FirmwareSize];
        Firmware.CopyTo(firmware.AsSpan(ResetVector));
        string file = directory + "/firmware";
        if (disk.Write(file, firmware.AsSpan()) != 0)
            return false;
        string[] words =
        [
            "-accel", "kvm", "-cpu", "host", "-nodefaults", "-no-user-config", "-display", "none", "-m", "16", "-bios", file, "-device", $"isa-debug-exit,iobase={ExitPort},iosize=1",
        ];
        return programs.Run(new ProgramRequest(emulator, words, environment) { TimeLimit = ProbeMilliseconds }).ExitCode == ExitStatus;
    }
}
