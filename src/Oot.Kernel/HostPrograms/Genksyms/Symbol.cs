namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>A symbol with its definition: words of <see cref="SymbolTable.Words"/>.</summary>
internal struct Symbol
{
    internal int Name;
    internal int Start;

    /// <summary>Number of words; 0 is a definition that is missing.</summary>
    internal int Length;

    /// <summary>The export in whose expansion it was last seen; exports count from 1.</summary>
    internal int SeenBy;

    /// <summary>How many symbols that export's expansion had met before.</summary>
    internal int SeenAt;

    internal SymbolType Type;
    internal SymbolStatus Status;
    internal bool IsExtern;
    internal bool IsDeclared;
    internal bool IsOverride;

    /// <summary>Has it been expanded by any export? Then it is in the type dump.</summary>
    internal bool IsVisited;
}
