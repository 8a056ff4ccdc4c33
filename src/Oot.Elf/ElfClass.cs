namespace Oot.Elf;

/// <summary>The width of a file's addresses (<c>EI_CLASS</c>).</summary>
public enum ElfClass
{
    /// <summary>32-bit.</summary>
    Elf32 = 1,

    /// <summary>64-bit.</summary>
    Elf64 = 2,
}
