using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>Whether a kernel's indexes are older than one of its modules (<c>-A</c>), as kmod asks: by whole seconds of the times of modification.</summary>
internal static class Freshness
{
    private const long SecondNs = 1_000_000_000;

    /// <summary>Whether nothing has to be done; false as well, after a message, where that cannot be told.</summary>
    internal static bool IsFresh(IDisk disk, string directory, IndexMessages messages)
    {
        int errno = disk.List(directory, out IReadOnlyList<string> names);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Error, $"could not open directory {directory}: {Errno.Message(errno)}");
            return false;
        }
        errno = disk.Stat(directory + "/modules.dep", out FileStatus index);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Error, $"could not fstatat({directory}, modules.dep): {Errno.Message(errno)}");
            return false;
        }
        return IsOlder(disk, directory, names, index.ModifiedNs / SecondNs, [], messages);
    }

    private static bool IsOlder(IDisk disk, string directory, IReadOnlyList<string> names, long seconds, List<(ulong, ulong)> chain, IndexMessages messages)
    {
        foreach (string name in names)
        {
            if (name is "build" or "source")
                continue;
            string path = $"{directory}/{name}";
            int errno = disk.Stat(path, out FileStatus status);
            if (errno != 0)
                messages.Say(MessageLevel.Error, $"fstatat({path}): {Errno.Message(errno)}");
            else if (status.IsRegular && ModuleSearch.IsModuleName(name) && status.ModifiedNs / SecondNs > seconds)
                return false;
            else if (status.IsDirectory && !chain.Contains((status.Device, status.Inode)) && disk.List(path, out IReadOnlyList<string> below) == 0)
            {
                chain.Add((status.Device, status.Inode));
                if (!IsOlder(disk, path, below, seconds, chain, messages))
                    return false;
                chain.RemoveAt(chain.Count - 1);
            }
        }
        return true;
    }
}
