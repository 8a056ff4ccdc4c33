namespace Oot.Kernel.Loading;

/// <summary>When the kernel writes a line: whenever there is reason to, or only the first time in a boot (kernel/module/main.c, the _once messages and what test_taint guards).</summary>
public enum LineOccasion
{
    /// <summary>Every time.</summary>
    Always,

    /// <summary>Unless a module from outside the tree was loaded before.</summary>
    FirstOutOfTree,

    /// <summary>Unless a proprietary module was.</summary>
    FirstProprietary,

    /// <summary>Unless a module was forced before.</summary>
    FirstForced,

    /// <summary>Unless a test module was loaded before.</summary>
    FirstTest,

    /// <summary>Unless an unsigned module was.</summary>
    FirstUnsigned,

    /// <summary>Unless a live patch was.</summary>
    FirstLivePatch,

    /// <summary>Unless locks were unreliable before.</summary>
    FirstUnreliableLocks,

    /// <summary>Unless an extended CRC was missing before.</summary>
    FirstMissingVersion,

    /// <summary>Unless type information did not fit before.</summary>
    FirstTypeMismatch,
}
