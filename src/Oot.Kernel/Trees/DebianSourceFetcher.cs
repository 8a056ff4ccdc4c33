using Oot.Core;
using Oot.Kernel.InTree;

namespace Oot.Kernel.Trees;

/// <summary>
/// Brings the sources that a Debian kernel was built from (package <c>linux-source-SERIES</c> of the same version as its headers) into a store of their own, unpacked, without root. Sources that are
/// there already are used without a word to the archive.
/// </summary>
/// <param name="disk">The disk.</param>
/// <param name="programs">Runs apt, dpkg-deb and tar.</param>
/// <param name="environment">The environment.</param>
/// <param name="store">Where kernels are kept; sources lie beside it.</param>
/// <param name="distribution">This system.</param>
/// <param name="architecture">The kernel's.</param>
/// <param name="say">Told each step.</param>
/// <param name="verbose">Tell each command too.</param>
public sealed class DebianSourceFetcher(
    IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, KernelStore store, DistributionPackages distribution, KernelArchitecture architecture, Action<string> say, bool verbose)
{
    // The package, the archive in it, and what comes out of that (1.6 GB in 6.12).
    private const long NeededBytes = 2200L << 20;

    private readonly KernelStore sources = new(disk, store.Directory[..store.Directory.LastIndexOf('/')] + "/sources");

    /// <summary>The sources of a kernel.</summary>
    /// <param name="release">Its release.</param>
    /// <param name="version">Its version: <c>6.12.95</c>; empty when that is not known.</param>
    /// <param name="offline">Only what is there.</param>
    public Result<KernelSource> Fetch(string release, string version, bool offline)
    {
        if (Kept(version) is { } kept)
            return kept;
        string wanted = "linux-source-" + string.Join('.', (version.Length > 0 ? version : KernelSource.Numbers(release)).Split('.').Take(2));
        if (offline)
            return KernelDiagnostics.NoSources(release, wanted, "--offline forbids to fetch them");
        if (!DebianArchive.IsAvailable(disk, environment))
            return KernelDiagnostics.NoApt(wanted);
        using IDisposable held = sources.Lock(() => say("waiting for another oot that fetches sources"));
        if (Kept(version) is { } made)
            return made;
        if (sources.FreeBytes() is var free && free < NeededBytes)
            return KernelDiagnostics.NoSpace(sources.Directory, free >> 20, NeededBytes >> 20);
        return Search(release, version, wanted);
    }

    private KernelSource? Kept(string version)
    {
        if (version.Length == 0)
            return null;
        foreach (string name in sources.Releases().Reverse())
        {
            if (KernelSource.Read(disk, $"{sources.Directory}/{name}") is { } source && source.Version == version)
                return source;
        }
        return null;
    }

    private Result<KernelSource> Search(string release, string version, string wanted)
    {
        var places = new DebianPlaces(disk, programs, environment, store.Directory, distribution, architecture, verbose ? say : null);
        Diagnostic? failure = null;
        (DebianArchive Archive, string Version)? near = null;
        string suites = "";
        foreach ((string name, IReadOnlyList<DebianSource> suite) in places.Of(new KernelSpecification(release, null)))
        {
            suites += (suites.Length == 0 ? "" : ", ") + name;
            DebianArchive archive = places.Archive(suite);
            say($"reading the package lists of {name}");
            string? said = archive.Update();
            // What the kernel's own package is of tells which sources these are, down to the distribution's patches.
            string? exact = (archive.Package("linux-headers-" + release) ?? archive.Package("linux-image-" + release))?.Version;
            IReadOnlyList<string> versions = archive.Versions(wanted);
            string? match = versions.FirstOrDefault(one => one == exact) ?? versions.FirstOrDefault(one => version.Length > 0 && IsOf(one, version));
            if (match is not null)
                return Take(archive, wanted, match);
            if (near is null && versions.Count > 0)
                near = (archive, versions[0]);
            if (said is not null)
                failure = KernelDiagnostics.AptFailed($"read the package lists of {name}", said);
        }
        if (near is not { } other)
            return failure ?? KernelDiagnostics.NoPackage(wanted, suites.Length == 0 ? "the apt sources of this system" : suites, null);
        say($"the sources of {(version.Length > 0 ? version : release)} are not in the archive any more; taking {other.Version}, the nearest");
        return Take(other.Archive, wanted, other.Version);
    }

    private static bool IsOf(string package, string version) => package.StartsWith(version, StringComparison.Ordinal) && (package.Length == version.Length || package[version.Length] is '-' or '+' or '~');

    private Result<KernelSource> Take(DebianArchive archive, string package, string version)
    {
        string final = $"{sources.Directory}/{version.Replace(':', '_')}";
        if (KernelSource.Read(disk, final) is { } there)
            return there;
        say($"fetching {package} ({version})");
        string unfinished = sources.NewUnfinished(), downloads = unfinished + "/.deb", tree = unfinished + "/tree";
        foreach (string directory in new[] { downloads, tree })
            Directory.CreateDirectory(ByteText.ToUnicode(directory));
        Diagnostic? failure = archive.Download([$"{package}={version}"], downloads) is string said ? KernelDiagnostics.AptFailed($"download {package} {version}", said) : Unpack(downloads, unfinished, tree);
        if (failure is null)
            Directory.Move(ByteText.ToUnicode(tree), ByteText.ToUnicode(final));
        Directory.Delete(ByteText.ToUnicode(unfinished), recursive: true);
        if (failure is not null)
            return failure;
        return KernelSource.Read(disk, final) is { } source ? source : KernelDiagnostics.BadPackage(package, "there are no kernel sources in it");
    }

    private Diagnostic? Unpack(string downloads, string unfinished, string tree)
    {
        if (disk.List(downloads, out IReadOnlyList<string> files) != 0 || files.FirstOrDefault(file => file.EndsWith(".deb", StringComparison.Ordinal)) is not string package)
            return KernelDiagnostics.BadPackage("linux-source", "nothing was downloaded");
        ProgramResult result = Run("dpkg-deb", ["-x", $"{downloads}/{package}", unfinished]);
        if (!result.Succeeded)
            return KernelDiagnostics.BadPackage(package, LastLine(result));
        string place = unfinished + "/usr/src";
        if (disk.List(place, out IReadOnlyList<string> names) != 0 || names.FirstOrDefault(name => name.StartsWith("linux-source-", StringComparison.Ordinal) && name.Contains(".tar", StringComparison.Ordinal)) is not string archive)
            return KernelDiagnostics.BadPackage(package, "there is no archive of sources in it");
        say("unpacking the sources");
        result = Run("tar", ["-xf", $"{place}/{archive}", "-C", tree, "--strip-components=1", "--no-same-owner"]);
        return result.Succeeded ? null : KernelDiagnostics.BadPackage(archive, LastLine(result));
    }

    private ProgramResult Run(string program, IReadOnlyList<string> arguments) => programs.Run(new ProgramRequest(program, arguments, environment)).UnlessInterrupted();

    private static string LastLine(ProgramResult result) => result.Error.Trim().Split('\n').Last();
}
