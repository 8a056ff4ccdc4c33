namespace Oot.Kernel.Modules;

/// <summary>What a module's <c>.modinfo</c> says by a key's mere presence.</summary>
[Flags]
public enum ModuleMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>intree</c>.</summary>
    InTree = 1,

    /// <summary><c>staging</c>.</summary>
    Staging = 2,

    /// <summary><c>test</c>.</summary>
    Test = 4,

    /// <summary><c>retpoline</c>.</summary>
    Retpoline = 8,

    /// <summary><c>livepatch</c>.</summary>
    LivePatch = 16,
}
