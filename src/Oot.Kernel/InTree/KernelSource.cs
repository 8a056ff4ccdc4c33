using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;

namespace Oot.Kernel.InTree;

/// <summary>A directory with a kernel's sources.</summary>
/// <param name="Directory">Where it is, every link resolved.</param>
/// <param name="Version">What its Makefile says: <c>6.12.95</c>.</param>
public sealed record KernelSource(string Directory, string Version)
{
    /// <summary>Reads a directory; null when it has no kernel's sources.</summary>
    public static KernelSource? Read(IDisk disk, string directory)
    {
        if (!SourceMaps.IsSource(disk, directory) || disk.Stat(directory + "/Makefile", out _) != 0)
            return null;
        string real = disk.RealPath(directory, out string resolved) == 0 ? resolved : directory;
        return new KernelSource(real, VersionOf(disk, real));
    }

    /// <summary>The version that a kernel's headers are of; empty when they do not say.</summary>
    public static string VersionOf(IDisk disk, KernelTree tree) => VersionOf(disk, tree.SourcePath) is { Length: > 0 } own ? own : VersionOf(disk, tree.RealPath);

    /// <summary>
    /// The version in the heading of a configuration (<c># Linux/x86 6.1.176 Kernel Configuration</c>), which a release such as Debian's <c>6.1.0-50</c> does not tell; empty without one.
    /// </summary>
    public static string VersionOfConfiguration(string text)
    {
        int start = text.IndexOf("# Linux/", StringComparison.Ordinal);
        if (start < 0 || text.IndexOf(" Kernel Configuration", start, StringComparison.Ordinal) is not (> 0 and var end) || end - start > 200)
            return "";
        string[] words = text[start..end].Split(' ');
        return words.Length < 3 ? "" : Numbers(words[^1]);
    }

    /// <summary>The numbers that a release or a version begins with: <c>6.12.95</c> of <c>6.12.95+deb12-amd64</c>.</summary>
    public static string Numbers(string release)
    {
        int length = 0;
        while (length < release.Length && (char.IsAsciiDigit(release[length]) || release[length] == '.'))
            length++;
        return release[..length].TrimEnd('.');
    }

    private static string VersionOf(IDisk disk, string directory) => ProvenanceBuilder.VersionOf(disk, directory + "/");
}
