namespace Oot.Kernel.Provenance;

/// <summary>What one source says about exports.</summary>
/// <param name="Sites">What it exports.</param>
/// <param name="Macros">The macros it defines that export.</param>
/// <param name="Includes">The sources and exporting headers that it includes.</param>
/// <param name="Unresolved">Exports whose symbol cannot be told without a compiler, as <c>FILE:LINE: TEXT</c>.</param>
internal sealed record SourceExports(List<ExportSite> Sites, List<ExportMacro> Macros, List<SourceInclude> Includes, List<string> Unresolved)
{
    /// <summary>Of a header: the macros without arguments that it defines.</summary>
    public List<ObjectMacro> Objects { get; } = [];

    /// <summary>Of a header: the headers that it includes, as it names them, such as <c>asm/kvm_types.h</c>.</summary>
    public List<string> Headers { get; } = [];
}
