using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Loading;

/// <summary>Where there is something of one kernel; what is missing is null.</summary>
/// <param name="Name">What the user called it.</param>
/// <param name="Tree">A tree that modules are built against.</param>
/// <param name="Modules">The directory of its modules: <c>/lib/modules/RELEASE</c>.</param>
/// <param name="Image">The kernel itself: <c>/boot/vmlinuz-RELEASE</c>.</param>
/// <param name="Configuration">Its configuration: <c>/boot/config-RELEASE</c>.</param>
public sealed record KernelPlaces(string Name, KernelTree? Tree, string? Modules, string? Image, string? Configuration)
{
    /// <summary>Its type information as the running kernel shows it.</summary>
    public string? TypeInformation { get; init; }

    /// <summary>The image is what the user named, so that one that cannot be read is not passed over.</summary>
    public bool IsImageNamed { get; init; }

    /// <summary>Whether there is nothing at all.</summary>
    public bool IsEmpty => Tree is null && Modules is null && Image is null && Configuration is null;

    /// <summary>The places of an installed kernel, below a root; the tree is added by whoever knows it.</summary>
    public static KernelPlaces OfRelease(IDisk disk, string root, string release, KernelTree? tree)
    {
        string? modules = First(disk, [$"{root}/lib/modules/{release}/modules.dep", $"{root}/usr/lib/modules/{release}/modules.dep"]) is { } index ? index[..index.LastIndexOf('/')] : null;
        return new KernelPlaces(release, tree, modules,
            First(disk, [$"{root}/boot/vmlinuz-{release}", $"{root}/boot/vmlinux-{release}", $"{root}/lib/modules/{release}/vmlinuz", $"{root}/usr/lib/modules/{release}/vmlinuz"]),
            First(disk, [$"{root}/boot/config-{release}", $"{root}/lib/modules/{release}/config", $"{root}/usr/lib/modules/{release}/config"]));
    }

    /// <summary>The same with what the running kernel tells of itself.</summary>
    public KernelPlaces WithRunning(IDisk disk) => this with
    {
        Configuration = Configuration ?? First(disk, ["/proc/config.gz"]),
        TypeInformation = First(disk, ["/sys/kernel/btf/vmlinux"]),
    };

    /// <summary>The places that a path leads to: a directory of modules, the root of an installed system with one kernel, or an image.</summary>
    public static KernelPlaces OfPath(IDisk disk, string path)
    {
        if (disk.Stat(path, out FileStatus status) == 0 && !status.IsDirectory)
            return new KernelPlaces(path, null, ModulesOf(disk, path), path, Beside(disk, path)) { IsImageNamed = true };
        if (Exists(disk, path + "/modules.dep"))
        {
            string release = path[(path.LastIndexOf('/') + 1)..];
            int lib = path.LastIndexOf("/lib/modules/", StringComparison.Ordinal);
            string root = lib < 0 ? "" : path[..lib];
            KernelPlaces installed = lib < 0 ? new KernelPlaces(path, null, path, null, null)
                : OfRelease(disk, root.EndsWith("/usr", StringComparison.Ordinal) ? root[..^4] : root, release, null);
            return installed with { Name = path, Modules = path };
        }
        foreach (string modules in new[] { path + "/lib/modules", path + "/usr/lib/modules" })
        {
            if (disk.List(modules, out IReadOnlyList<string> releases) == 0 && releases.Count == 1)
                return OfRelease(disk, path, releases[0], null) with { Name = path };
        }
        return new KernelPlaces(path, null, null, null, null);
    }

    // vmlinuz-6.1.0 → config-6.1.0
    private static string? Beside(IDisk disk, string image)
    {
        int slash = image.LastIndexOf('/');
        string file = image[(slash + 1)..], directory = image[..(slash + 1)];
        int dash = file.IndexOf('-');
        return First(disk, dash < 0 ? [directory + "config"] : [directory + "config" + file[dash..]]);
    }

    // boot/vmlinuz-6.1.0 → lib/modules/6.1.0; lib/modules/6.1.0/vmlinuz
    private static string? ModulesOf(IDisk disk, string image)
    {
        int slash = image.LastIndexOf('/');
        string file = image[(slash + 1)..], directory = slash < 0 ? "." : image[..slash];
        int dash = file.IndexOf('-');
        string[] indexes = dash >= 0 && directory.EndsWith("/boot", StringComparison.Ordinal)
            ? [$"{directory[..^5]}/lib/modules/{file[(dash + 1)..]}/modules.dep", $"{directory[..^5]}/usr/lib/modules/{file[(dash + 1)..]}/modules.dep"] : [directory + "/modules.dep"];
        return First(disk, indexes) is string index ? index[..index.LastIndexOf('/')] : null;
    }

    private static string? First(IDisk disk, string[] paths) => Array.Find(paths, path => Exists(disk, path));

    private static bool Exists(IDisk disk, string path) => disk.Stat(path, out _) == 0;
}
