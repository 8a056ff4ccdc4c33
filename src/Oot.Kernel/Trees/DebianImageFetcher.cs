using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>Brings a kernel itself and its modules from a Debian archive into the store, beside its headers: what is in the packages, as below a root, and depmod's indexes.</summary>
internal sealed class DebianImageFetcher(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, KernelStore store, Action<string> say)
{
    private static readonly string[] PartPrefixes = ["linux-modules-", "linux-binary-", "linux-base-"];

    /// <summary>Fetches a release's image. Null, or why it is not there. Call with the store's lock held.</summary>
    internal Diagnostic? Fetch(DebianArchive archive, string release)
    {
        string name = "linux-image-" + release;
        if (archive.Package(name) is not DebianPackage package)
            return KernelDiagnostics.NoPackage(name, "the same archive", null);
        // Since 7.x, and in Ubuntu, the modules are a package of their own.
        string[] names = [name, .. package.Depends.Where(IsPart)];
        say($"fetching {string.Join(", ", names)} ({package.Version})");
        string unfinished = store.NewUnfinished(), downloads = unfinished + "/.deb";
        Directory.CreateDirectory(ByteText.ToUnicode(downloads));
        Diagnostic? failure = archive.Download(names, downloads) is string said ? KernelDiagnostics.AptFailed($"download {string.Join(", ", names)}", said) : Unpack(unfinished, downloads);
        if (failure is not null)
        {
            Directory.Delete(ByteText.ToUnicode(unfinished), recursive: true);
            return failure;
        }
        Directory.Delete(ByteText.ToUnicode(downloads), recursive: true);
        Index(unfinished, release);
        store.PublishImage(unfinished, release);
        return null;
    }

    // linux-base without a release is a package of programs.
    private static bool IsPart(string name) => Array.Exists(PartPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length && char.IsAsciiDigit(name[prefix.Length]));

    private Diagnostic? Unpack(string unfinished, string downloads)
    {
        _ = disk.List(downloads, out IReadOnlyList<string> files);
        foreach (string file in files.Where(file => file.EndsWith(".deb", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            ProgramResult result = programs.Run(new ProgramRequest("dpkg-deb", ["-x", $"{downloads}/{file}", unfinished], environment)).UnlessInterrupted();
            if (!result.Succeeded)
                return KernelDiagnostics.BadPackage(file, result.Error.Trim().Split('\n').Last());
        }
        if (disk.Stat(unfinished + "/lib/modules", out _) != 0)
            File.CreateSymbolicLink(ByteText.ToUnicode(unfinished + "/lib"), "usr/lib");
        return null;
    }

    // The indexes are made when a package is installed.
    private void Index(string root, string release)
    {
        string? depmod = ProcessEnvironment.FindProgram(disk, environment, "depmod") ?? ProcessEnvironment.FindProgram(disk, environment, "/sbin/depmod");
        if (depmod is null || !programs.Run(new ProgramRequest(depmod, ["-b", root, release], environment)).UnlessInterrupted().Succeeded)
            say("depmod (package kmod) could not be run: what the kernel's modules need is not known");
    }
}
