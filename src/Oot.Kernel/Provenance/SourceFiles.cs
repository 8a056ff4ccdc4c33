using Oot.Core;

namespace Oot.Kernel.Provenance;

/// <summary>The files of a kernel's sources that may export symbols, as paths relative to the tree: sources, headers, and the architectures that there are.</summary>
/// <param name="Sources">C and assembler files.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Architectures">The directories below <c>arch/</c> that have a Makefile.</param>
internal sealed record SourceFiles(IReadOnlyList<string> Sources, IReadOnlyList<string> Headers, IReadOnlyList<string> Architectures)
{
    /// <summary>How the name of a source ends that another program wrote and that is delivered with the others; it is compiled without the last part of its name.</summary>
    public const string Shipped = ".c_shipped";

    // Programs of the host, and documents.
    private static readonly string[] Elsewhere = ["Documentation", "LICENSES", "tools", "scripts", "debian", ".git"];

    private static readonly string[] NoDirectories =
        [".rst", ".txt", ".yaml", ".json", ".dts", ".dtsi", ".dtso", ".sh", ".py", ".o", ".cmd", ".ko", ".mod", ".rs", ".svg", ".tc", ".a", ".lds", ".tbl", ".order", ".symvers", ".defconfig", ".config"];

    /// <summary>Lists a tree; null when it is no kernel source.</summary>
    /// <param name="root">The tree, ending in <c>/</c>.</param>
    public static SourceFiles? List(IDisk disk, string root)
    {
        if (disk.Stat(root + "kernel/Makefile", out _) != 0 || disk.List(root, out IReadOnlyList<string> top) != 0)
            return null;
        List<string> sources = [], headers = [];
        string[] level = [.. top.Where(name => MayBeDirectory(name) && !Elsewhere.Contains(name))];
        while (level.Length > 0)
        {
            var found = new List<string>[level.Length];
            ParallelWork.Run(level.Length, () => disk, (i, disk) => found[i] = disk.List(root + level[i], out IReadOnlyList<string> names) == 0 ? [.. names.Select(name => $"{level[i]}/{name}")] : []);
            var next = new List<string>();
            foreach (List<string> names in found)
                foreach (string path in names)
                {
                    if (path.EndsWith(".h", StringComparison.Ordinal))
                        headers.Add(path);
                    else if (path.EndsWith(".c", StringComparison.Ordinal) || path.EndsWith(".S", StringComparison.Ordinal) || path.EndsWith(Shipped, StringComparison.Ordinal))
                        sources.Add(path);
                    else if (MayBeDirectory(KbuildPaths.NameOf(path)))
                        next.Add(path);
                }
            level = [.. next];
        }
        sources.Sort(string.CompareOrdinal);
        headers.Sort(string.CompareOrdinal);
        return new SourceFiles(sources, headers, Machines(disk, root));
    }

    private static string[] Machines(IDisk disk, string root) =>
        disk.List(root + "arch", out IReadOnlyList<string> names) != 0 ? [] : [.. names.Where(name => disk.Stat($"{root}arch/{name}/Makefile", out _) == 0).Order(StringComparer.Ordinal).Take(32)];

    // Asking what a name is costs as much as trying to list it; only what is certainly a file is left out.
    private static bool MayBeDirectory(string name) =>
        name[0] != '.' && !name.StartsWith("Makefile", StringComparison.Ordinal) && !name.StartsWith("Kconfig", StringComparison.Ordinal) && name != "Kbuild"
        && !Array.Exists(NoDirectories, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}
