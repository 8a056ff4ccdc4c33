namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What a name stands for, and the tag of a word in a definition. Names of types after a keyword have a name space of their own.</summary>
internal enum SymbolType : byte
{
    Normal,
    Typedef,
    Enum,
    Struct,
    Union,
    EnumConstant,
}
