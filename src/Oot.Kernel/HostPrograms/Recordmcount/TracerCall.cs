using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary>How one architecture's compiler calls the function tracer (kernel 6.12, scripts/recordmcount.c).</summary>
/// <param name="Machine">The architecture.</param>
/// <param name="Reference">The relocation type of an address, by which the list of calls refers to them.</param>
/// <param name="Name">The function's name, besides <c>__fentry__</c>.</param>
/// <param name="OtherName">Another name of it; empty when there is none.</param>
/// <param name="Adjustment">From the place of the relocation to the address that is recorded, in bytes.</param>
/// <param name="CallTypes">The relocation types that are calls; empty when every one is.</param>
/// <param name="Erasure">Replaces a call by an instruction that does nothing; null where that is not done.</param>
internal sealed record TracerCall(ElfMachine Machine, uint Reference, string Name, string OtherName = "", int Adjustment = 0, uint[]? CallTypes = null, CallErasure? Erasure = null)
{
    private const ElfMachine SuperH = (ElfMachine)42;

    /// <summary>MIPS calls through two relocations four bytes apart, of which the first counts.</summary>
    internal const int PairDistance = 4;

    private static readonly TracerCall[] Narrow =
    [
        new(ElfMachine.I386, 1, "mcount", Adjustment: -1, Erasure: CallErasures.X86([0x3e, 0x8d, 0x74, 0x26, 0x00])),
        new(ElfMachine.Arm, 2, "mcount", "__gnu_mcount_nc", CallTypes: [1, 10, 28], Erasure: CallErasures.Arm),
        new(ElfMachine.Mips, 2, "_mcount"),
        new(ElfMachine.PowerPc, 1, "_mcount"),
        new(SuperH, 1, "mcount"),
        new(ElfMachine.LoongArch, 1, "_mcount"),
    ];

    private static readonly TracerCall[] Wide =
    [
        new(ElfMachine.X86_64, 1, "mcount", Adjustment: -1, Erasure: CallErasures.X86([0x0f, 0x1f, 0x44, 0x00, 0x00])),
        new(ElfMachine.AArch64, 257, "_mcount", CallTypes: [283], Erasure: CallErasures.Arm64),
        new(ElfMachine.Mips, 18, "_mcount"),
        new(ElfMachine.PowerPc64, 38, "_mcount"),
        new(ElfMachine.S390, 22, "_mcount", Adjustment: -14),
        new(ElfMachine.Sparc64, 32, "_mcount"),
        new(ElfMachine.LoongArch, 2, "_mcount", CallTypes: [20, 29]),
    ];

    /// <summary>The rules for an object; null when the architecture is none of these.</summary>
    internal static TracerCall? Of(ElfImage image) => Array.Find(image.Class == ElfClass.Elf64 ? Wide : Narrow, rules => rules.Machine == image.Machine);

    /// <summary>Whether a symbol is the function tracer's.</summary>
    internal bool IsTracer(ReadOnlySpan<char> symbol)
    {
        // 64-bit PowerPC's entry points.
        if (symbol.StartsWith('.'))
            symbol = symbol[1..];
        return symbol.SequenceEqual(Name) || symbol is "__fentry__" || (OtherName.Length > 0 && symbol.SequenceEqual(OtherName));
    }
}
