namespace Oot.Elf;

/// <summary>The architectures (<c>e_machine</c>, linux/elf-em.h) that Linux kernels are built for; any other number is possible too.</summary>
public enum ElfMachine : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>32-bit SPARC.</summary>
    Sparc = 2,

    /// <summary>32-bit x86.</summary>
    I386 = 3,

    /// <summary>Motorola 68000.</summary>
    M68k = 4,

    /// <summary>MIPS.</summary>
    Mips = 8,

    /// <summary>PA-RISC.</summary>
    PaRisc = 15,

    /// <summary>32-bit PowerPC.</summary>
    PowerPc = 20,

    /// <summary>64-bit PowerPC.</summary>
    PowerPc64 = 21,

    /// <summary>s390 and s390x.</summary>
    S390 = 22,

    /// <summary>32-bit Arm.</summary>
    Arm = 40,

    /// <summary>64-bit SPARC.</summary>
    Sparc64 = 43,

    /// <summary>x86-64.</summary>
    X86_64 = 62,

    /// <summary>64-bit Arm.</summary>
    AArch64 = 183,

    /// <summary>RISC-V.</summary>
    RiscV = 243,

    /// <summary>LoongArch.</summary>
    LoongArch = 258,
}
