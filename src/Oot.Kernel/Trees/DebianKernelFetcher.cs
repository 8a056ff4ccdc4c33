using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// Brings a kernel's header packages from a Debian archive into the store: resolve a name to packages, download them (apt verifies), unpack beside the store's
/// kernels, rename into place. Needs no root and installs nothing.
/// </summary>
public sealed class DebianKernelFetcher(
    IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, KernelStore store, DistributionPackages distribution, KernelArchitecture architecture, Action<string> say, bool verbose)
{
    private const string Prefix = "linux-headers-";

    // Package lists (60 MB), packages (15 MB) and the unpacked tree (100 MB), with room to spare. apt does not end when the disk fills up under its lists: it waits for ever.
    private const long NeededBytes = 256L << 20;

    // The modules of a whole kernel that does not compress them.
    private const long NeededBytesOfImage = 1L << 30;

    /// <summary>Whether apt is here.</summary>
    public bool IsAvailable => DebianArchive.IsAvailable(disk, environment);

    /// <summary>Fetches what a specification names; the value is the release that is now in the store.</summary>
    /// <param name="withImage">The kernel itself and its modules too.</param>
    public Result<string> Fetch(KernelSpecification specification, bool withImage = false)
    {
        string wanted = specification.What == "default" ? distribution.DefaultHeaders(architecture) : Prefix + specification.What;
        if (!IsAvailable)
            return KernelDiagnostics.NoApt(specification.What == "default" ? wanted : distribution.Headers(specification.What));
        if (specification.Suite is null && HasAll(specification.What, withImage))
            return specification.What;
        using IDisposable held = store.Lock(() => say("waiting for another oot that is adding a kernel"));
        if (HasAll(specification.What, withImage))
            return specification.What;
        long needed = NeededBytes + (withImage ? NeededBytesOfImage : 0);
        if (store.FreeBytes() is var free && free < needed)
            return KernelDiagnostics.NoSpace(store.Directory, free >> 20, needed >> 20);
        Diagnostic? failure = null;
        string suites = "";
        var places = new DebianPlaces(disk, programs, environment, store.Directory, distribution, architecture, verbose ? say : null);
        foreach ((string name, IReadOnlyList<DebianSource> sources) in places.Of(specification))
        {
            suites += (suites.Length == 0 ? "" : ", ") + name;
            DebianArchive archive = places.Archive(sources);
            say($"reading the package lists of {name}");
            string? said = archive.Update();
            if (Resolve(archive, specification.What, wanted) is DebianPackage package)
            {
                // One suite's list of several: a mirror in the middle of an update, say.
                if (said is not null)
                    say($"going on without the package lists that could not be read: {said}");
                return withImage ? WithImage(archive, Take(archive, package)) : Take(archive, package);
            }
            if (said is not null)
                failure = KernelDiagnostics.AptFailed($"read the package lists of {name}", said);
        }
        return failure ?? KernelDiagnostics.NoPackage(wanted, suites.Length == 0 ? "the apt sources of this system" : suites, null);
    }

    private bool HasAll(string release, bool withImage) => store.Has(release) && (!withImage || store.HasImage(release));

    private Result<string> WithImage(DebianArchive archive, Result<string> taken)
    {
        if (!taken.Succeeded(out string? release, out _))
            return taken;
        if (!store.HasImage(release) && new DebianImageFetcher(disk, programs, environment, store, say).Fetch(archive, release) is Diagnostic failure)
            return failure;
        // To boot it, which this machine's own busybox does not help with. Without it there is a kernel all the same.
        if (architecture != HostMachine.Architecture && new DebianBusybox(disk, programs, environment, store, distribution.Codename, architecture, say).Fetch(archive) is Diagnostic missing)
            say(missing.Message);
        return taken;
    }

    /// <summary>Adds packages that are files already.</summary>
    public Result<string> AddFiles(IReadOnlyList<string> files)
    {
        if (ProcessEnvironment.FindProgram(disk, environment, "dpkg-deb") is null)
            return KernelDiagnostics.NoApt("dpkg");
        using IDisposable held = store.Lock(() => say("waiting for another oot that is adding a kernel"));
        return Unpack([.. files.Select(file => disk.RealPath(file, out string real) == 0 ? real : file)], store.NewUnfinished());
    }

    /// <summary>The package with the tree itself: by its exact name, through a metapackage, or the newest whose release begins as asked.</summary>
    private DebianPackage? Resolve(DebianArchive archive, string what, string wanted)
    {
        DebianPackage? package = archive.Package(wanted);
        if (package is null && char.IsAsciiDigit(what[0]))
        {
            string suffix = "-" + architecture.DebianFlavour;
            string? newest = archive.Names(Prefix + what)
                .Where(name => name.EndsWith(suffix, StringComparison.Ordinal) && IsVersionOf(name[Prefix.Length..^suffix.Length], what))
                .OrderByDescending(name => name, ReleaseOrder.Instance).FirstOrDefault();
            package = newest is null ? null : archive.Package(newest);
        }
        for (int i = 0; i < 4 && package is not null && NextOf(package) is string next; i++)
            package = archive.Package(next);
        return package;
    }

    // 6.12 means 6.12.95+deb12 and 6.12.0-3, not 6.120 and no flavour (-rt, -cloud).
    private static bool IsVersionOf(string version, string what) =>
        version.Length > what.Length && version[what.Length] is '.' or '-' or '+' && !version.EndsWith("-rt", StringComparison.Ordinal)
        && !version.EndsWith("-cloud", StringComparison.Ordinal) && !version.EndsWith("-common", StringComparison.Ordinal);

    // A metapackage depends on a header package and on no part of one.
    private static string? NextOf(DebianPackage package)
    {
        var headers = package.Depends.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        bool parts = package.Depends.Any(name => name.StartsWith("linux-kbuild-", StringComparison.Ordinal))
            || package.Name.Length > Prefix.Length && char.IsAsciiDigit(package.Name[Prefix.Length]);
        return parts || headers.Count == 0 ? null : headers[0];
    }

    private Result<string> Take(DebianArchive archive, DebianPackage package)
    {
        string release = package.Name[Prefix.Length..];
        if (store.Has(release))
        {
            say($"{release} is in the store already");
            return release;
        }
        (List<string> names, List<string> others) = WithParts(archive, package);
        say($"fetching {string.Join(", ", names)} ({package.Version})");
        string unfinished = store.NewUnfinished();
        string downloads = unfinished + "/.deb";
        Directory.CreateDirectory(ByteText.ToUnicode(downloads));
        if (archive.Download(names, downloads) is string said)
            return Abandon(unfinished, KernelDiagnostics.AptFailed($"download {string.Join(", ", names)}", said));
        _ = disk.List(downloads, out IReadOnlyList<string> files);
        Result<string> result = Unpack([.. files.Where(file => file.EndsWith(".deb", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => $"{downloads}/{file}")], unfinished);
        if (result.Error is null && others.Count > 0)
            say($"not fetched: {string.Join(", ", others)} (the compiler comes from this system)");
        return result;
    }

    private static (List<string> Names, List<string> Others) WithParts(DebianArchive archive, DebianPackage package)
    {
        var names = new List<string> { package.Name };
        var others = new List<string>();
        for (int i = 0; i < names.Count; i++)
        {
            DebianPackage? one = i == 0 ? package : archive.Package(names[i]);
            foreach (string needed in one?.Depends ?? [])
            {
                bool part = needed.StartsWith(Prefix, StringComparison.Ordinal) || needed.StartsWith("linux-kbuild-", StringComparison.Ordinal)
                    || needed.StartsWith("linux-hwe-", StringComparison.Ordinal) && needed.Contains("-headers-", StringComparison.Ordinal);
                if (part && !names.Contains(needed))
                    names.Add(needed);
                else if (i == 0 && (needed.StartsWith("linux-compiler-", StringComparison.Ordinal) || needed.StartsWith("gcc", StringComparison.Ordinal)))
                    others.Add(needed);
            }
        }
        return (names, others);
    }

    private Result<string> Unpack(IReadOnlyList<string> files, string unfinished)
    {
        Result<string> result = new DebianUnpacker(disk, programs, environment).Unpack(files, unfinished, store.Directory);
        if (!result.Succeeded(out string? release, out Diagnostic? error))
            return Abandon(unfinished, error);
        if (store.Has(release))
        {
            Abandon(unfinished, null!);
            say($"{release} is in the store already");
            return release;
        }
        string downloads = ByteText.ToUnicode(unfinished + "/.deb");
        if (Directory.Exists(downloads))
            Directory.Delete(downloads, recursive: true);
        store.Publish(unfinished, release);
        return release;
    }

    private static Diagnostic Abandon(string unfinished, Diagnostic error)
    {
        Directory.Delete(ByteText.ToUnicode(unfinished), recursive: true);
        return error;
    }
}
