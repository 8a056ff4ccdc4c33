using Oot.Core;
using Oot.Deploy.Installing;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Installing;

/// <summary><c>oot uninstall</c>: removes what oot installed and puts back what that had replaced.</summary>
internal sealed class UninstallVerb(Session session)
{
    internal int Run(IReadOnlyList<string> words, IReadOnlyList<string> kernels, string root, bool dryRun)
    {
        var codes = new List<int>();
        foreach (string release in new InstallTargets(session, root).Releases(kernels))
            codes.Add(Run(words, release, root, dryRun));
        return ExitCode.Of(codes);
    }

    private int Run(IReadOnlyList<string> words, string release, string root, bool dryRun)
    {
        if (!new InstallTargets(session, root).Find(release).Succeeded(out InstallTarget? target, out Diagnostic? missing))
            return session.Terminal.Report(missing);
        using DirectoryLock held = DirectoryLock.Take(target.Parent, () => session.Terminal.Note($"waiting for another run that changes {target.Parent}"));
        var installer = new Installer(session.Disk, target, Deploy.Indexing.Depmod.CacheFile(session.Environment, target.Directory));
        if (!dryRun)
            installer.Recover();
        InstallRecord record = InstallRecord.Read(session.Disk, root, release);
        HashSet<string> names = [.. words.Select(ModuleIndexes.ModuleNameOfFile)];
        if (names.FirstOrDefault(name => !record.Files.Any(file => file.Module == name)) is string unknown)
            return session.Terminal.Report(InstallDiagnostics.NotInstalled(unknown, release));
        if (dryRun)
        {
            foreach (InstalledFile file in record.Files.Where(file => names.Contains(file.Module)))
                session.Terminal.Result($"would remove {root}{file.Path}{(file.Original is null ? "" : $", and put back {root}{file.OriginalPath}")}");
            return ExitCode.Done;
        }
        var left = new List<string>();
        if (installer.Uninstall(names, left) is Diagnostic failed)
            return session.Terminal.Report(failed);
        foreach (string path in left)
            session.Terminal.Report(InstallDiagnostics.ChangedByOthers(root + path));
        foreach (InstalledFile file in record.Files.Where(file => names.Contains(file.Module) && !left.Contains(file.Path)))
            session.Terminal.Result($"removed {root}{file.Path}{(file.OriginalPath is null ? "" : $", put back {root}{file.OriginalPath}")}");
        if (new BootImage(session, target).Stale(names) is { } stale)
            session.Terminal.Report(stale);
        return ExitCode.Done;
    }
}
