namespace Oot.Elf;

/// <summary>An entry of a symbol table, unchecked. <paramref name="Name"/> is an offset in the table's strings.</summary>
/// <param name="Info">Binding and type.</param>
/// <param name="Section"><c>st_shndx</c> as it stands in the file.</param>
public readonly record struct ElfSymbol(uint Name, byte Info, ushort Section, ulong Value, ulong Size)
{
    /// <summary><c>SHN_UNDEF</c>.</summary>
    public const ushort Undefined = 0;

    /// <summary><c>SHN_LORESERVE</c>: the first of the numbers that are no section.</summary>
    public const ushort FirstReserved = 0xff00;

    /// <summary><c>SHN_ABS</c>.</summary>
    public const ushort Absolute = 0xfff1;

    /// <summary><c>SHN_COMMON</c>.</summary>
    public const ushort Common = 0xfff2;

    /// <summary><c>SHN_XINDEX</c>: the number is in a table of its own.</summary>
    public const ushort Extended = 0xffff;

    /// <summary><c>STB_…</c>.</summary>
    public int Binding => Info >> 4;

    /// <summary><c>STT_…</c>.</summary>
    public int Type => Info & 15;

    /// <summary>Global or weak.</summary>
    public bool IsGlobal => Binding is 1 or 2;

    /// <summary><c>STB_WEAK</c>.</summary>
    public bool IsWeak => Binding == 2;

    /// <summary><c>STT_OBJECT</c>.</summary>
    public bool IsObject => Type == 1;

    /// <summary><c>STT_FUNC</c>.</summary>
    public bool IsFunction => Type == 2;

    /// <summary><c>STT_SECTION</c>.</summary>
    public bool IsSection => Type == 3;

    /// <summary>The section is one of the reserved numbers other than <see cref="Extended"/>.</summary>
    public bool HasSpecialSection => Section is >= FirstReserved and < Extended;
}
