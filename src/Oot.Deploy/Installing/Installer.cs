using System.Security.Cryptography;
using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Installing;

/// <summary>Installs modules for one kernel: all of them with their indexes and their record, or nothing.</summary>
/// <param name="cache">Where facts about modules are remembered; null: nowhere.</param>
public sealed class Installer(IDisk disk, InstallTarget target, string? cache)
{
    private const string OriginalMark = ".oot-original";

    /// <summary>Ends what a killed run began; the indexes are made anew where it had changed files.</summary>
    public void Recover()
    {
        if (FileTransaction.Recover(disk, target.Journal(disk)))
            _ = target.Index(disk, cache);
    }

    /// <summary>What installing would do.</summary>
    /// <param name="modules">Files, and their vermagics.</param>
    /// <param name="directory">Below the kernel's directory.</param>
    public IReadOnlyList<PlannedModule> Plan(IReadOnlyList<(string Path, string? Vermagic)> modules, string directory, string extension)
    {
        HashSet<string> names = [.. modules.Select(module => ModuleIndexes.ModuleNameOfFile(module.Path))];
        ModuleContest contest = ModuleContest.Of(disk, target.Directory, target.Release, target.Level, target.DepmodDirectories(disk), names);
        return [.. modules.Select(module => Plan(contest, module.Path, module.Vermagic, directory, extension))];
    }

    private PlannedModule Plan(ModuleContest contest, string source, string? vermagic, string directory, string extension)
    {
        string name = ModuleIndexes.ModuleNameOfFile(source), file = source[(source.LastIndexOf('/') + 1)..];
        int dot = file.IndexOf(".ko", StringComparison.Ordinal);
        string path = $"{target.Directory}/{directory}/{(dot > 0 ? file[..dot] : file)}{extension}";
        // A link in the system it is for must not lead into this one.
        if (RootedPath.Resolve(disk, target.Root, Inside(path), out string real) == 0)
            path = real;
        HashSet<string> replaced = [.. contest.FilesOf(name).Where(other => other[..other.LastIndexOf('/')] == path[..path.LastIndexOf('/')])];
        string[] others = [.. contest.FilesOf(name).Where(other => !replaced.Contains(other))];
        string? winner = contest.Winner(name, path, replaced);
        return new PlannedModule(source, name, path, [.. replaced], winner is null ? others : [], winner, vermagic);
    }

    /// <summary>Makes of a built module the file that is installed.</summary>
    /// <param name="place">A directory for temporary files.</param>
    public Result<byte[]> Prepare(IProgramRunner programs, IReadOnlyList<string> environment, string place, InstallSettings settings, string source, Action<Diagnostic> warn) =>
        new ModulePreparation(disk, programs, environment, place, settings).Prepare(source, warn);

    /// <summary>Does it. The value says what failed, and then everything is as it was.</summary>
    /// <param name="contents">The files' contents, as many as modules.</param>
    public Diagnostic? Install(IReadOnlyList<PlannedModule> modules, IReadOnlyList<byte[]> contents, BootSettings boot)
    {
        var transaction = new FileTransaction(disk, target.Journal(disk));
        InstallRecord record = InstallRecord.Read(disk, target.Root, target.Release);
        var files = new List<InstalledFile>(record.Files);
        int errno = 0;
        for (int i = 0; i < modules.Count && errno == 0; i++)
        {
            errno = AddModule(transaction, modules[i], contents[i], files);
            foreach ((string path, string kind, string text) in boot.FilesOf(modules[i].Name))
                errno = errno != 0 ? errno : AddSetting(transaction, modules[i].Name, path, kind, ByteText.ToBytes(text), files);
        }
        return Finish(transaction, errno, record, files);
    }

    private int AddModule(FileTransaction transaction, PlannedModule module, byte[] content, List<InstalledFile> files)
    {
        int errno = transaction.Stage(module.Path, content, out string staged);
        if (errno != 0)
            return errno;
        InstalledFile? own = files.Find(file => file.Kind == "module" && module.Replaces.Contains(target.Root + file.Path));
        string? original = own?.Original, originalPath = own?.OriginalPath;
        foreach (string replaced in module.Replaces)
        {
            // Of what oot itself installed nothing is kept but what that had replaced.
            if (own is not null && target.Root + own.Path == replaced && IsUnchanged(own))
                transaction.Discard(replaced);
            else
            {
                original ??= Inside(replaced + OriginalMark);
                originalPath ??= Inside(replaced);
                if (disk.LinkStat(replaced + OriginalMark, out _) == 0)
                    transaction.Discard(replaced);
                else
                    transaction.Move(replaced, replaced + OriginalMark);
            }
        }
        transaction.Move(staged, module.Path);
        files.RemoveAll(file => file == own);
        files.Add(new InstalledFile(Inside(module.Path), Hash(content), module.Name, "module", original, originalPath, module.Vermagic, module.Source));
        return 0;
    }

    // A file of the same name is kept as an original, unless it is oot's own for this or another kernel.
    private int AddSetting(FileTransaction transaction, string module, string path, string kind, byte[] content, List<InstalledFile> files)
    {
        int errno = RootedPath.Resolve(disk, target.Root, path, out string real);
        if (errno != 0)
            return errno;
        string inside = Inside(real);
        InstalledFile? own = files.Find(file => file.Path == inside);
        string? original = own?.Original;
        bool known = own is not null || Others().Any(file => file.Path == inside);
        errno = transaction.Stage(real, content, out string staged);
        if (errno != 0)
            return errno;
        if (disk.LinkStat(real, out _) == 0)
        {
            if (known || disk.LinkStat(real + OriginalMark, out _) == 0)
                transaction.Discard(real);
            else
            {
                original = inside + OriginalMark;
                transaction.Move(real, real + OriginalMark);
            }
        }
        transaction.Move(staged, real);
        files.RemoveAll(file => file.Path == inside);
        files.Add(new InstalledFile(inside, Hash(content), module, kind, original, original is null ? null : inside));
        return 0;
    }

    /// <summary>Removes modules and puts back what they had replaced.</summary>
    /// <param name="names">The modules.</param>
    /// <param name="left">Takes files that others changed since, and which stay.</param>
    public Diagnostic? Uninstall(IReadOnlySet<string> names, List<string> left)
    {
        var transaction = new FileTransaction(disk, target.Journal(disk));
        InstallRecord record = InstallRecord.Read(disk, target.Root, target.Release);
        InstalledFile[] others = [.. Others()];
        foreach (InstalledFile file in record.Files.Where(file => names.Contains(file.Module)))
        {
            // A setting that another kernel's module needs too stays for that one.
            if (file.Kind != "module" && Array.Exists(others, other => other.Path == file.Path))
                continue;
            string path = target.Root + file.Path;
            bool isThere = disk.LinkStat(path, out _) == 0;
            if (isThere && !IsUnchanged(file))
            {
                left.Add(file.Path);
                continue;
            }
            if (isThere)
                transaction.Discard(path);
            if (file.Original is not null && disk.LinkStat(target.Root + file.Original, out _) == 0)
                transaction.Move(target.Root + file.Original, target.Root + (file.OriginalPath ?? file.Path));
        }
        return Finish(transaction, 0, record, [.. record.Files.Where(file => !names.Contains(file.Module))]);
    }

    private Diagnostic? Finish(FileTransaction transaction, int errno, InstallRecord record, List<InstalledFile> files)
    {
        errno = errno != 0 ? errno : AddRecord(transaction, record, files);
        errno = errno != 0 ? errno : transaction.Apply();
        Diagnostic? problem = errno != 0 ? InstallDiagnostics.CannotWrite(transaction.FailedPath, Errno.Message(errno)) : null;
        bool indexes = problem is null;
        if (problem is null && target.Index(disk, cache) is string reason)
            problem = InstallDiagnostics.IndexFailed(target.Release, reason);
        if (problem is null && SyncIndexes() is var unsafely and not 0)
            problem = InstallDiagnostics.CannotWrite(target.Directory, Errno.Message(unsafely));
        if (problem is null && transaction.Commit() is var last and not 0)
            problem = InstallDiagnostics.CannotWrite(transaction.FailedPath, Errno.Message(last));
        if (problem is not null)
        {
            _ = transaction.TakeBack();
            if (indexes)
                _ = target.Index(disk, cache);
            return problem;
        }
        foreach (string directory in files.Count == 0 ? (record.Directories ?? []).Reverse() : [])
            _ = disk.RemoveDirectory(target.Root + directory);
        return null;
    }

    // depmod's own promise is about killed runs alone; after a power cut before the commit they are made anew, after it they have to be there.
    private int SyncIndexes()
    {
        foreach (string name in IndexTables.Names)
        {
            if (disk.Sync($"{target.Directory}/{name}") is var errno and not (0 or Errno.NoEntry))
                return errno;
        }
        return disk.Sync(target.Directory);
    }

    private int AddRecord(FileTransaction transaction, InstallRecord record, List<InstalledFile> files)
    {
        int errno = RootedPath.Resolve(disk, target.Root, InstallRecord.PathOf(target.Release), out string path);
        if (errno != 0)
            return errno;
        string staged = "";
        // The record's own directory has to be among those that were made.
        errno = files.Count > 0 ? transaction.MakeDirectories(path[..path.LastIndexOf('/')]) : 0;
        if (errno == 0 && files.Count > 0)
            errno = transaction.Stage(path, new InstallRecord(target.Release, files, [.. (record.Directories ?? []).Concat(transaction.Directories.Select(Inside)).Distinct(StringComparer.Ordinal)]).Bytes(), out staged);
        if (errno != 0)
            return errno;
        if (disk.LinkStat(path, out _) == 0)
            transaction.Discard(path);
        if (files.Count > 0)
            transaction.Move(staged, path);
        return 0;
    }

    /// <summary>Whether a file is still what oot wrote.</summary>
    public bool IsUnchanged(InstalledFile file)
    {
        byte[] bytes = [];
        return disk.LinkStat(target.Root + file.Path, out FileStatus status) == 0 && status.IsRegular && disk.Read(target.Root + file.Path, ref bytes, out int length) == 0
            && Hash(bytes.AsSpan(0, length)) == file.Sha256;
    }

    private IEnumerable<InstalledFile> Others() => InstallRecord.Releases(disk, target.Root).Where(release => release != target.Release).SelectMany(release => InstallRecord.Read(disk, target.Root, release).Files);

    private string Inside(string path) => path[target.Root.Length..];

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
