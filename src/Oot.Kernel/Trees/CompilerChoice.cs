namespace Oot.Kernel.Trees;

/// <summary>Which compiler a build against a tree uses, and which built the kernel.</summary>
/// <param name="Command">The command as the tree's makefiles would call it: <c>gcc-12</c>, <c>x86_64-linux-gnu-gcc-12</c>.</param>
/// <param name="Path">Where it is; null when it is not installed.</param>
/// <param name="Version">The first line of its <c>--version</c>; null when it is not installed or says nothing.</param>
/// <param name="BuiltWith">The kernel's <c>CONFIG_CC_VERSION_TEXT</c>; null when the configuration has none.</param>
public sealed record CompilerChoice(string Command, string? Path, string? Version, string? BuiltWith)
{
    /// <summary>Whether the kernel's compiler and the one that would be used say the same of themselves; null when one of them is unknown.</summary>
    public bool? IsTheKernels => Version is null || BuiltWith is null ? null : Identity(Version) == Identity(BuiltWith);

    // `gcc-12 (Debian …) 12.2.0` and `x86_64-linux-gnu-gcc-12 (Debian …) 12.2.0` are one compiler under two names (kernel 6.1, Makefile, prepare).
    private static string Identity(string version) => version.IndexOf('(') is >= 0 and var open ? version[open..] : version;
}
