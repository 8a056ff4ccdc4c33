namespace Oot.Kernel.Trees;

/// <summary>Why no module can be built against a tree.</summary>
public enum TreeProblem
{
    /// <summary>It can.</summary>
    None,

    /// <summary>A link (<c>/lib/modules/RELEASE/build</c>) points to nothing.</summary>
    DanglingLink,

    /// <summary>The directory is missing or cannot be read.</summary>
    Unreadable,

    /// <summary>There is no Makefile: not a kernel tree.</summary>
    NotAKernelTree,

    /// <summary>No <c>include/config/auto.conf</c>: the tree was never prepared.</summary>
    NotPrepared,

    /// <summary>No <c>Module.symvers</c>: symbols cannot be resolved, and with MODVERSIONS the module would not load.</summary>
    NoSymbolVersions,

    /// <summary>Another architecture, and no cross compiler is named by the tree or by <c>CROSS_COMPILE</c>.</summary>
    OtherArchitecture,

    /// <summary>The compiler that the tree asks for is not installed.</summary>
    CompilerMissing,
}
