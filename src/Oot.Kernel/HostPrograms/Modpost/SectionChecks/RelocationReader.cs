using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Reads a section of relocations, of both kinds and all architectures.</summary>
internal readonly struct RelocationReader(ElfImage image, ElfSectionHeader section)
{
    private const uint RiscVSubtract = 39, LoongArchSubtract = 55, LoongArchRelax = 100, LoongArchAlign = 102;

    private bool Is64 => image.Class == ElfClass.Elf64;

    private bool HasAddends => section.Type == ElfSectionHeader.RelocationsWithAddends;

    private ulong EntrySize => (Is64 ? 16UL : 8UL) + (HasAddends ? (Is64 ? 8UL : 4UL) : 0);

    public ulong Count => (section.Size + EntrySize - 1) / EntrySize;

    /// <summary>An entry; its addend is 0 where the file has it at the place itself.</summary>
    public Relocation this[ulong index]
    {
        get
        {
            ulong at = section.Offset + (index * EntrySize);
            if (!Is64)
            {
                uint information = image.U32(at + 4);
                return new Relocation(image.U32(at), information & 0xff, information >> 8, HasAddends ? image.U32(at + 8) : 0);
            }
            ulong addend = HasAddends ? image.U64(at + 16) : 0;
            // MIPS has the symbol first in either byte order, and three types after it.
            if (image.Machine == ElfMachine.Mips)
                return new Relocation(image.U64(at), image.U8(at + 15), image.U32(at + 8), addend);
            ulong word = image.U64(at + 8);
            return new Relocation(image.U64(at), (uint)word, (uint)(word >> 32), addend);
        }
    }

    /// <summary>Whether it is no reference: the second half of a difference in the exception table, or advice for the linker.</summary>
    public static bool IsNoReference(ElfMachine machine, uint type, ReadOnlySpan<byte> fromSection) => machine switch
    {
        ElfMachine.RiscV => type == RiscVSubtract && fromSection.SequenceEqual("__ex_table"u8),
        ElfMachine.LoongArch => type is LoongArchRelax or LoongArchAlign || (type == LoongArchSubtract && fromSection.SequenceEqual("__ex_table"u8)),
        _ => false,
    };
}
