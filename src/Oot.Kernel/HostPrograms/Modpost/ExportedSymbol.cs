namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// A symbol that a module or vmlinux exports. There are tens of thousands, so it is a value in an array and its name stays where it was read: bytes of the
/// <see cref="SymbolTable"/>'s text number <see cref="Text"/>.
/// </summary>
internal struct ExportedSymbol
{
    public int Text, NameStart, NameLength, NamespaceText, NamespaceStart, NamespaceLength;

    /// <summary>The module's number in the <see cref="SymbolTable"/>.</summary>
    public int Module;

    public uint Hash, Crc;

    /// <summary>The next older one of the same bucket; -1 at the end.</summary>
    public int Next;

    public ExportKind Kind;
    public bool HasCrc, IsFunction, IsUsed;

    /// <summary>5.10: no global symbol of this name was seen yet.</summary>
    public bool IsStatic;
}
