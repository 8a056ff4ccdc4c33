using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>An architecture's <c>busybox-static</c> from a Debian archive, unpacked in oot's store: the user space of a virtual machine where this system has none that runs there.</summary>
/// <param name="disk">The disk.</param>
/// <param name="programs">Runs apt and dpkg-deb.</param>
/// <param name="environment">Their environment.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="codename">The name of the suites that it comes from: <c>bookworm</c>; empty when there is none.</param>
/// <param name="architecture">The machine that it is to run on.</param>
/// <param name="say">Told each step.</param>
public sealed class DebianBusybox(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, KernelStore store, string codename, KernelArchitecture architecture, Action<string> say)
{
    private const string Package = "busybox-static";

    private readonly string directory = $"{store.Directory}/.busybox/{architecture.Debian}";

    /// <summary>The program; null where it has not been fetched.</summary>
    public string? Path => Array.Find([directory + "/usr/bin/busybox", directory + "/bin/busybox"], path => disk.Stat(path, out _) == 0);

    /// <summary>Fetches it from the archive of this system's own suites. Null, or why it is not there.</summary>
    public Diagnostic? Fetch()
    {
        if (!DebianArchive.IsAvailable(disk, environment))
            return KernelDiagnostics.NoApt(Package);
        IReadOnlyList<DebianSource> sources = DebianSources.Read(disk).Own(codename);
        if (sources.Count == 0)
            return KernelDiagnostics.NoPackage(Package, "the apt sources of this system", null);
        using IDisposable held = store.Lock(() => say("waiting for another oot that is adding a kernel"));
        if (Path is not null)
            return null;
        DebianArchive archive = DebianArchive.Of(disk, programs, environment, store.Directory, sources, architecture, null);
        say($"reading the package lists for {architecture.Debian}");
        return archive.Update() is string said ? KernelDiagnostics.AptFailed($"read the package lists for {architecture.Debian}", said) : Fetch(archive);
    }

    /// <summary>Fetches it from an archive whose lists are there. Null, or why it is not there. Call with the store's lock held.</summary>
    internal Diagnostic? Fetch(DebianArchive archive)
    {
        if (Path is not null)
            return null;
        if (archive.Package(Package) is not DebianPackage package)
            return KernelDiagnostics.NoPackage($"{Package} for {architecture.Debian}", "the same archive", null);
        say($"fetching {Package} for {architecture.Debian} ({package.Version}), the user space of virtual machines");
        string unfinished = store.NewUnfinished(), downloads = unfinished + "/.deb";
        Directory.CreateDirectory(ByteText.ToUnicode(downloads));
        if ((archive.Download([Package], downloads) is string said ? KernelDiagnostics.AptFailed($"download {Package}", said) : Unpack(unfinished, downloads)) is Diagnostic failure)
        {
            Directory.Delete(ByteText.ToUnicode(unfinished), recursive: true);
            return failure;
        }
        Directory.Delete(ByteText.ToUnicode(downloads), recursive: true);
        Publish(unfinished);
        return Path is null ? KernelDiagnostics.BadPackage(Package, "there is no busybox in it") : null;
    }

    private Diagnostic? Unpack(string unfinished, string downloads)
    {
        _ = disk.List(downloads, out IReadOnlyList<string> files);
        foreach (string file in files.Where(file => file.EndsWith(".deb", StringComparison.Ordinal)))
        {
            ProgramResult result = programs.Run(new ProgramRequest("dpkg-deb", ["-x", $"{downloads}/{file}", unfinished], environment)).UnlessInterrupted();
            if (!result.Succeeded)
                return KernelDiagnostics.BadPackage(file, result.Error.Trim().Split('\n').Last());
        }
        return null;
    }

    // What is there has no program in it.
    private void Publish(string unfinished)
    {
        string place = ByteText.ToUnicode(directory);
        if (Directory.Exists(place))
            Directory.Delete(place, recursive: true);
        Directory.CreateDirectory(ByteText.ToUnicode(store.Directory + "/.busybox"));
        Directory.Move(ByteText.ToUnicode(unfinished), place);
    }
}
