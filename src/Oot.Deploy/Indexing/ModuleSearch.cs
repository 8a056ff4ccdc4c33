using Oot.Core;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Finds every module below a kernel's directory and below those that depmod.d names, and decides between files of one name. Links are followed, as kmod follows them, but never into a
/// directory that the search is already in.
/// </summary>
internal sealed class ModuleSearch(IDisk disk, DepmodRequest request, DepmodConfiguration configuration, IndexMessages messages)
{
    private static readonly string[] Extensions = [".ko", ".ko.gz", ".ko.xz", ".ko.zst"];

    private readonly Dictionary<string, IndexedFile> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> excluded = new(configuration.Excludes, StringComparer.Ordinal) { "build", "source" };
    private readonly ModulePriority priority = new(configuration, request.Directory);
    private readonly List<(ulong Device, ulong Inode)> chain = [];

    /// <summary>Pairs that the order of the directory decided, for want of a rule: the one that stays, and the other.</summary>
    internal List<(IndexedFile Kept, IndexedFile Other)> Ties { get; } = [];

    /// <summary>Modules all of whose files are wanted; null for none.</summary>
    internal IReadOnlySet<string>? Watched { get; init; }

    /// <summary>The files of those modules, in the order in which they were found.</summary>
    internal List<IndexedFile> Candidates { get; } = [];

    /// <summary>Whether a file is named as a module.</summary>
    internal static bool IsModuleName(ReadOnlySpan<char> name)
    {
        foreach (string extension in Extensions)
        {
            if (name.Length > extension.Length && name.EndsWith(extension, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The modules in the order of kmod's table of names; null, after a message, where the kernel's directory cannot be read.</summary>
    internal IReadOnlyList<IndexedFile>? Run()
    {
        int errno = request.Files is { } files ? Take(files) : SearchBelow(request.Directory);
        if (errno != 0)
        {
            if (request.Files is null)
                messages.Say(MessageLevel.Fatal, $"could not search modules: {Errno.Message(errno)}");
            return null;
        }
        if (request.Files is null)
        {
            foreach (string directory in configuration.Externals)
                _ = SearchBelow(directory);
        }
        return ModuleOrder.ByName(found.Values);
    }

    private int SearchBelow(string directory)
    {
        int errno = disk.List(directory, out IReadOnlyList<string> names);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Error, $"could not open directory {directory}: {Errno.Message(errno)}");
            return errno;
        }
        if (disk.Stat(directory, out FileStatus status) == 0)
            chain.Add((status.Device, status.Inode));
        Search(directory, names);
        chain.Clear();
        return 0;
    }

    private void Search(string directory, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (excluded.Contains(name) || IsIndex(directory, name))
                continue;
            string path = $"{directory}/{name}";
            int errno = disk.Stat(path, out FileStatus status);
            if (errno != 0)
                messages.Say(MessageLevel.Error, $"fstatat({path}): {Errno.Message(errno)}");
            else if (status.IsDirectory)
                Descend(path, status);
            else if (!status.IsRegular)
                messages.Say(MessageLevel.Error, $"unsupported file type {path}: {Convert.ToString((int)(status.Mode & 0xF000), 8)}");
            else if (IsModuleName(name))
                Add(new IndexedFile(ModuleIndexes.ModuleName(name), path, RelativeOf(path), status));
        }
    }

    // What depmod itself writes need not be looked at.
    private bool IsIndex(string directory, string name) => directory.Length == request.Directory.Length && name.StartsWith("modules.", StringComparison.Ordinal);

    private void Descend(string path, FileStatus status)
    {
        if (chain.Contains((status.Device, status.Inode)))
        {
            messages.Say(MessageLevel.Error, $"{path} leads back to a directory above it");
            return;
        }
        int errno = disk.List(path, out IReadOnlyList<string> names);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Error, $"openat({path}, O_RDONLY): {Errno.Message(errno)}");
            return;
        }
        chain.Add((status.Device, status.Inode));
        Search(path, names);
        chain.RemoveAt(chain.Count - 1);
    }

    private void Add(IndexedFile file)
    {
        if (Watched?.Contains(file.Name) == true)
            Candidates.Add(file);
        if (found.TryGetValue(file.Name, out IndexedFile? other))
        {
            int order = priority.Compare(other, file);
            if (order == 0)
                Ties.Add((other, file));
            if (order >= 0)
                return;
        }
        found[file.Name] = file;
    }

    private int Take(IReadOnlyList<string> files)
    {
        foreach (string path in files)
        {
            if (path.Length == 0 || path[0] != '/')
            {
                messages.Say(MessageLevel.Fatal, $"{path}: not absolute path.");
                return Errno.InvalidArgument;
            }
            int errno = disk.Stat(path, out FileStatus status);
            if (errno != 0)
            {
                messages.Say(MessageLevel.Fatal, $"could not create module {path}: {Errno.Message(errno)}");
                return errno;
            }
            var file = new IndexedFile(ModuleIndexes.ModuleNameOfFile(path), path, RelativeOf(path), status);
            if (!found.TryAdd(file.Name, file))
            {
                messages.Say(MessageLevel.Error, $"hash_add_unique {file.Name}: {Errno.Message(Errno.Exists)}");
                messages.Say(MessageLevel.Fatal, $"could not add module {path}: {Errno.Message(Errno.Exists)}");
                return Errno.Exists;
            }
        }
        return 0;
    }

    private string? RelativeOf(string path) =>
        path.Length > request.Directory.Length + 1 && path[request.Directory.Length] == '/' && path.StartsWith(request.Directory, StringComparison.Ordinal) ? path[(request.Directory.Length + 1)..] : null;
}
