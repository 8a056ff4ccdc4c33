namespace Oot.Elf;

/// <summary>One section header. <paramref name="Offset"/> and <paramref name="Size"/> are bytes in the file and are known to lie inside it, unless <paramref name="Type"/> is <c>SHT_NOBITS</c>.</summary>
public readonly record struct ElfSection(string Name, uint Type, ulong Flags, ulong Offset, ulong Size, uint Link, uint Info, ulong EntrySize)
{
    /// <summary><c>SHT_NOBITS</c>: the section has no bytes in the file.</summary>
    public const uint NoBits = 8;
}
