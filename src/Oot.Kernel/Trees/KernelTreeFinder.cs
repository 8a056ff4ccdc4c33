using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// Every kernel this machine has something of: <c>/lib/modules/*/build</c>, <c>/usr/lib/modules/*/build</c>, <c>/usr/src/linux-headers-*</c> (Debian, Ubuntu),
/// <c>/usr/src/kernels/*</c> (Fedora), oot's store. Places that lead to one tree count once.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="reader">Reads each tree.</param>
/// <param name="store">oot's own kernels.</param>
/// <param name="root">Put in front of the system's directories; empty but in tests.</param>
public sealed class KernelTreeFinder(IDisk disk, KernelTreeReader reader, KernelStore store, string root = "")
{
    /// <summary>Known trees, the newest release first; of one release the system's own place first.</summary>
    public IReadOnlyList<KernelTree> All()
    {
        var trees = new List<KernelTree>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, string? release) in Places())
        {
            string real = disk.RealPath(path, out string resolved) == 0 ? resolved : path;
            if (seen.Add(real))
                trees.Add(reader.Read(path, release));
        }
        return [.. trees.OrderByDescending(tree => tree.Release, ReleaseOrder.Instance)];
    }

    /// <summary>The tree of a release in its usual place; null when there is none.</summary>
    public KernelTree? OfRelease(string release)
    {
        KernelTree? unusable = null;
        foreach (string path in new[] { $"{root}/lib/modules/{release}/build", $"{root}/usr/lib/modules/{release}/build", store.TreeOf(release),
            $"{root}/usr/src/linux-headers-{release}", $"{root}/usr/src/kernels/{release}" })
        {
            if (disk.LinkStat(path, out _) != 0)
                continue;
            KernelTree tree = reader.Read(path, release);
            if (tree.IsUsable)
                return tree;
            unusable ??= tree;
        }
        return unusable ?? All().FirstOrDefault(tree => tree.Release == release);
    }

    private IEnumerable<(string Path, string? Release)> Places()
    {
        foreach (string modules in new[] { root + "/lib/modules", root + "/usr/lib/modules" })
        {
            foreach (string release in Names(modules))
            {
                if (disk.LinkStat($"{modules}/{release}/build", out _) == 0)
                    yield return ($"{modules}/{release}/build", release);
            }
        }
        foreach (string name in Names(root + "/usr/src"))
        {
            // A part that only holds what several kernels share has no configuration and is no kernel of its own.
            if (name.StartsWith("linux-headers-", StringComparison.Ordinal) && disk.Stat($"{root}/usr/src/{name}/.config", out _) == 0)
                yield return ($"{root}/usr/src/{name}", name["linux-headers-".Length..]);
        }
        foreach (string name in Names(root + "/usr/src/kernels"))
            yield return ($"{root}/usr/src/kernels/{name}", name);
        foreach (string release in store.Releases())
            yield return (store.TreeOf(release), release);
    }

    private IEnumerable<string> Names(string directory) =>
        disk.List(directory, out IReadOnlyList<string> names) == 0 ? names.Order(StringComparer.Ordinal) : [];
}
