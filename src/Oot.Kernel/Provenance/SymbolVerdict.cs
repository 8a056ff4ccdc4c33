namespace Oot.Kernel.Provenance;

/// <summary>Why a symbol is, or is not, there for modules of a kernel.</summary>
public enum SymbolVerdict
{
    /// <summary>The kernel exports it: what is wrong is something else.</summary>
    Exported,

    /// <summary>It is compiled, and <c>TRIM_UNUSED_KSYMS</c> has dropped the export.</summary>
    Trimmed,

    /// <summary>The options that compile it are not on.</summary>
    OptionOff,

    /// <summary>Its options are on, and yet this kernel's build does not have it.</summary>
    NotInBuild,

    /// <summary>It is exported for other architectures only.</summary>
    OtherArchitectures,

    /// <summary>Other versions of the kernel export it, this one does not.</summary>
    OtherVersions,

    /// <summary>It is defined and never exported.</summary>
    NotExported,

    /// <summary>It is exported, but not in a way that the makefiles tell: when it is built cannot be said.</summary>
    Unknown,

    /// <summary>No version that oot knows exports it.</summary>
    Nowhere,
}
