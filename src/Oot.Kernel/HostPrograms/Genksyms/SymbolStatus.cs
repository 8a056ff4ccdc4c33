namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>How a symbol stands to the reference file.</summary>
internal enum SymbolStatus : byte
{
    Unchanged,
    Defined,
    Modified,
}
