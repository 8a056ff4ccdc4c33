using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.InTree;

/// <summary>What differs between a kernel that modules are built for and the sources they are taken from.</summary>
/// <param name="KernelVersion">The kernel's version; empty when nothing tells it.</param>
/// <param name="SourceVersion">That of the sources.</param>
/// <param name="Headers">Headers that are not the same, relative to <c>include/</c>.</param>
public sealed record SourceComparison(string KernelVersion, string SourceVersion, IReadOnlyList<string> Headers)
{
    /// <summary>Whether nothing is known to differ.</summary>
    public bool IsSame => Headers.Count == 0 && (KernelVersion.Length == 0 || KernelVersion == SourceVersion);

    /// <summary>Whether both are at least of one series, as 6.12.90 and 6.12.95 are.</summary>
    public bool IsSameSeries => SeriesOf(KernelVersion) == SeriesOf(SourceVersion);

    /// <summary>Compares with a kernel's headers: by version, and by the size of each header that both have.</summary>
    public static SourceComparison Of(IDisk disk, KernelSource source, KernelTree tree)
    {
        string version = KernelSource.VersionOf(disk, tree);
        var headers = new List<string>();
        string real = disk.RealPath(tree.SourcePath, out string resolved) == 0 ? resolved : tree.SourcePath;
        if (real != source.Directory)
            Compare(disk, real + "/include", source.Directory + "/include", "", headers);
        return new SourceComparison(version, source.Version, [.. headers.Order(StringComparer.Ordinal)]);
    }

    private static string SeriesOf(string version) => string.Join('.', version.Split('.').Take(2));

    // What the kernel's build made is in none of the two for certain.
    private static void Compare(IDisk disk, string kernel, string source, string prefix, List<string> differing)
    {
        if (disk.List(kernel, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names)
        {
            if (disk.Stat($"{kernel}/{name}", out FileStatus one) != 0 || disk.Stat($"{source}/{name}", out FileStatus other) != 0 || (prefix.Length == 0 && name is "generated" or "config"))
                continue;
            if (one.IsDirectory && other.IsDirectory)
                Compare(disk, $"{kernel}/{name}", $"{source}/{name}", $"{prefix}{name}/", differing);
            else if (one.IsRegular && other.IsRegular && one.Size != other.Size)
                differing.Add(prefix + name);
        }
    }
}
