using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What the stages of one run share.</summary>
/// <param name="Register">The exported symbols, and the modules in the order in which they became known.</param>
internal sealed record ModpostRun(
    IDisk Disk,
    Stream Input,
    ModpostTree Tree,
    ModpostTraits Traits,
    ModpostOptions Options,
    ModpostReport Report,
    ExportRegister Register)
{
    private const int NameSpace = 64;

    public SymbolTable Table => Register.Table;

    /// <summary>The room for a module's or a symbol's name in the kernel's structures, its end included (<c>MODULE_NAME_LEN</c>): 64 bytes less an address.</summary>
    public int NameSize { get; set; } = NameSpace - 8;

    /// <summary>How many section mismatches were reported.</summary>
    public int Mismatches { get; set; }

    public bool Has(ModpostTrait trait) => Traits.Has(trait);

    /// <summary>The modules in the order in which they are checked and written: before 5.19 the last comes first.</summary>
    public IEnumerable<ModuleRecord> Modules => Has(ModpostTrait.ReadingOrder) ? Table.Modules : Table.Modules.Reverse();

    /// <summary>What the module needs, in the order in which it is written: before 5.19 the last symbol comes first.</summary>
    public IEnumerable<UnresolvedSymbol> Needs(ModuleRecord module) => Has(ModpostTrait.ReadingOrder) ? module.Unresolved : Enumerable.Reverse(module.Unresolved);
}
