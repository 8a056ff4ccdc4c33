using System.Collections.Frozen;

namespace Oot.Kernel.Building;

/// <summary>The names by which drivers' makefiles take the kernel: its tree, or its release. Collected from Debian's -dkms packages, Yocto and vendors' drivers.</summary>
internal static class KernelVariables
{
    /// <summary>Whether a variable of this name holds the tree's path.</summary>
    internal static bool IsTree(string name) => Trees.Contains(name);

    /// <summary>Whether a variable of this name holds the release.</summary>
    internal static bool IsRelease(string name) => Releases.Contains(name);

    /// <summary>What a default value shows: <c>$(shell uname -r)</c> is a release.</summary>
    internal static bool IsReleaseValue(string value)
    {
        string bare = value.Replace(" ", "", StringComparison.Ordinal);
        return bare is "$(shelluname-r)" or "${shelluname-r}" or "`uname-r`" or "$(shell/bin/uname-r)" or "$$(uname-r)";
    }

    /// <summary>What a default value shows: <c>/lib/modules/…/build</c> is a tree.</summary>
    internal static bool IsTreeValue(string value)
    {
        string bare = value.TrimEnd('/', ' ', '"').TrimStart('"');
        return (bare.EndsWith("/build", StringComparison.Ordinal) || bare.EndsWith("/source", StringComparison.Ordinal))
            && (bare.Contains("/lib/modules/", StringComparison.Ordinal) || bare.StartsWith('$')) && bare.IndexOf(' ') is var blank
            && (blank < 0 || bare.Contains("uname -r", StringComparison.Ordinal)) && !bare.Contains("wildcard", StringComparison.Ordinal);
    }

    private static readonly FrozenSet<string> Trees = FrozenSet.ToFrozenSet(
        ["KDIR", "KERNELDIR", "KERNEL_DIR", "KERNEL_SRC", "KERNELSRC", "KSRC", "KSRC_DIR", "KERNEL_SOURCE", "KERNEL_SOURCE_DIR", "KERNEL_SRC_DIR", "KERNEL_PATH", "KERNEL_BUILD", "KERNEL_BUILD_DIR",
        "KERNEL_TREE", "KERN_DIR", "KERN_SRC", "KBUILD_DIR", "KBUILDDIR", "KOBJ", "KERNEL_OBJ", "KBUILD_KERNEL", "LINUX_DIR", "LINUX_SRC", "LINUXSRC", "LINUX_KERNEL", "SYSSRC", "KERNELPATH", "K_SRC", "KERNEL_HEADERS"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Releases = FrozenSet.ToFrozenSet(
        ["KVER", "KVERS", "KVERSION", "KERNEL_VERSION", "KERNELVERSION", "KERNEL_VER", "KERNELVER", "KERNEL_RELEASE", "KERNELRELEASE", "KREL", "KRELEASE", "KERNEL_SOURCE_VERSION", "UNAME", "UNAME_R", "TARGET_KERNEL"],
        StringComparer.Ordinal);
}
