namespace Oot.Elf;

/// <summary>A section header of an <see cref="ElfImage"/>, unchecked. <paramref name="Name"/> is an offset in the section of names, <paramref name="Offset"/> and <paramref name="Size"/> are bytes.</summary>
public readonly record struct ElfSectionHeader(uint Name, uint Type, ulong Flags, ulong Address, ulong Offset, ulong Size, uint Link, uint Info)
{
    /// <summary><c>SHT_PROGBITS</c>.</summary>
    public const uint ProgramBits = 1;

    /// <summary><c>SHT_SYMTAB</c>.</summary>
    public const uint SymbolTable = 2;

    /// <summary><c>SHT_RELA</c>.</summary>
    public const uint RelocationsWithAddends = 4;

    /// <summary><c>SHT_NOBITS</c>.</summary>
    public const uint NoBits = 8;

    /// <summary><c>SHT_REL</c>.</summary>
    public const uint Relocations = 9;

    /// <summary><c>SHT_SYMTAB_SHNDX</c>.</summary>
    public const uint SectionIndices = 18;

    /// <summary><c>SHF_ALLOC</c>.</summary>
    public bool IsAllocated => (Flags & 2) != 0;

    /// <summary><c>SHF_EXECINSTR</c>.</summary>
    public bool IsExecutable => (Flags & 4) != 0;
}
