namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>A word of the list that the lexer builds backwards: each points to the one before it.</summary>
internal struct TokenNode
{
    /// <summary>The node before this one; 0 for none.</summary>
    internal int Previous;

    internal int Name;
    internal SymbolType Tag;

    /// <summary>Was the word read from the file that the input begins with, not from an included one?</summary>
    internal bool InSourceFile;
}
