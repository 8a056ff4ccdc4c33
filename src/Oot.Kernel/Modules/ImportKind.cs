namespace Oot.Kernel.Modules;

/// <summary>What the loader has to do for a symbol of a module.</summary>
public enum ImportKind : byte
{
    /// <summary>Find it.</summary>
    Needed,

    /// <summary>Find it if it is there.</summary>
    Weak,

    /// <summary>Refuse it: the kernel has no common symbols.</summary>
    Common,

    /// <summary>Refuse it: it names a section that does not exist.</summary>
    BadSection,
}
