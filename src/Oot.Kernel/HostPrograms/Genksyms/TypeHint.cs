namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What a rule of the late grammar tells the lexer about typedefs' names.</summary>
internal enum TypeHint : byte
{
    None,
    Allow,
    Forbid,
}
