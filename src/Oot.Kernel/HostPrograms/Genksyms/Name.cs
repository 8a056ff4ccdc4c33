namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>A word: where its bytes are, and what it means now.</summary>
internal struct Name
{
    internal int Offset;
    internal int Length;
    internal uint Hash;

    /// <summary>The symbol of this name among variables, functions, typedefs and enum constants; −1 for none.</summary>
    internal int Ordinary;

    /// <summary>The struct, union or enum of this name; −1 for none.</summary>
    internal int Tagged;

    internal Terminal Keyword;

    /// <summary>The type of the declared ordinary symbol; <see cref="SymbolType.Normal"/> also when there is none.</summary>
    internal SymbolType Meaning;
}
