using Oot.Core;
using Oot.Deploy.Indexing;

namespace Oot.Deploy.Installing;

/// <summary>A kernel of a system, as modules are installed for it.</summary>
/// <param name="Root">The system's root on this one; empty for this one.</param>
/// <param name="Release">The kernel.</param>
/// <param name="Directory">Where its modules really are, on this system.</param>
/// <param name="Level">Whose indexes it has.</param>
public sealed record InstallTarget(string Root, string Release, string Directory, KmodLevel Level)
{
    /// <summary>The directory of all kernels' modules. Who changes any of them locks it; the indexes' own lock is another one.</summary>
    public string Parent => Directory[..Directory.LastIndexOf('/')];

    /// <summary>Finds a kernel's directory.</summary>
    public static Result<InstallTarget> Find(IDisk disk, string root, string release, KmodLevel level)
    {
        string given = $"/lib/modules/{release}";
        // With a name behind it the release's own name may be a link as well.
        string place = "";
        int errno = release.Length == 0 || release.Contains('/') || release is "." or ".." ? Errno.InvalidArgument : RootedPath.Resolve(disk, root, given + "/x", out place);
        if (errno == 0)
            errno = disk.Stat(place[..^2], out FileStatus status) is var missing and not 0 ? missing : status.IsDirectory ? 0 : Errno.NotDirectory;
        if (errno != 0)
            return InstallDiagnostics.NoKernel(release, root + given, Errno.Message(errno));
        string directory = place[..^2];
        return new InstallTarget(root, release, directory, Depmod.LevelOf(disk, directory) ?? level);
    }

    /// <summary>The journal of changes for this kernel, on this system.</summary>
    internal string Journal(IDisk disk) => RootedPath.Resolve(disk, Root, $"/var/lib/oot/journal/{Release}", out string path) == 0 ? path : $"{Root}/var/lib/oot/journal/{Release}";

    /// <summary>Where depmod.d of that system is.</summary>
    internal IReadOnlyList<string> DepmodDirectories(IDisk disk) => [.. Level.ConfigurationDirectories.Select(path => RootedPath.Resolve(disk, Root, path + "/.", out string real) == 0 ? real.TrimEnd('.').TrimEnd('/') : "").Where(path => path.Length > 0)];

    /// <summary>Makes the indexes; the value says why that failed, or is null.</summary>
    internal string? Index(IDisk disk, string? cache)
    {
        string said = "";
        var request = new DepmodRequest { Directory = Directory, OutputDirectory = Directory, Release = Release, Level = Level, ConfigurationPaths = DepmodDirectories(disk), CacheFile = cache };
        var messages = new IndexMessages("depmod", MessageLevel.Error, (_, text) => said += text);
        return new Depmod(disk, request, messages).Run(_ => { }) ? null : said.Trim();
    }
}
