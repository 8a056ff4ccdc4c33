using Oot.Elf;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Booting;

/// <summary>The machine that a trial is made in.</summary>
public sealed record MachineSettings
{
    /// <summary>The kernel's file.</summary>
    public required string Image { get; init; }

    /// <summary>The kernel's architecture.</summary>
    public ElfMachine Architecture { get; init; } = ElfMachine.X86_64;

    /// <summary>The busybox of that architecture; null: the system's, or the source's.</summary>
    public string? Busybox { get; init; }

    /// <summary>Where a busybox comes from when the system has none for that architecture; null: from nowhere.</summary>
    public DebianBusybox? BusyboxSource { get; init; }

    /// <summary>After how many seconds the machine is ended.</summary>
    public required int Seconds { get; init; }

    /// <summary><c>kvm</c> or <c>tcg</c>; null: whichever works, KVM first.</summary>
    public string? Accelerator { get; init; }

    /// <summary>What is added to the kernel's command line.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>What is added to QEMU's words.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
