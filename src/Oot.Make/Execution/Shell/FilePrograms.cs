using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// The plain uses of <c>rm</c>, <c>mv</c>, <c>mkdir</c>, <c>cmp</c>, <c>cat</c> and <c>touch</c> (coreutils 9.1, diffutils 3.8). Where anything is unusual the answer is null, and
/// nothing has been done that doing again would change: the real program runs, with its own messages.
/// </summary>
internal sealed class FilePrograms(IDisk disk)
{
    /// <summary>Bytes: beyond, a process beside make is better than make itself.</summary>
    private const int LargestCompared = 1 << 24, LargestCopied = 1 << 20;

    private const uint OwnerWriteAndSearch = 0xC0;

    /// <summary>Whether the program of that name that <paramref name="environment"/>'s search path finds is the system's own.</summary>
    public static bool IsSystems(string name, IReadOnlyList<string> environment)
    {
        string? found = ProgramSearch.Find(name, null, environment, out _);
        return found is not null && (found == "/bin/" + name || found == "/usr/bin/" + name);
    }

    /// <summary>The exit status; null when the real program is to run. What <c>cat</c> writes is left in <paramref name="output"/>.</summary>
    public int? Run(IReadOnlyList<string> words, out string output)
    {
        output = "";
        int first = words[0] is "cat" or "touch" ? 1 : 2;
        if (words.Count <= first)
            return null;
        for (int i = first; i < words.Count; i++)
        {
            if (words[i].Length == 0 || words[i][0] == '-' || (words[i][^1] == '/' && words[0] != "mkdir") || words[i] is "." or ".." || ShellStreams.DependsOnProcess(words[i]))
                return null;
        }
        return (words[0], words[1]) switch
        {
            ("rm", "-f") => Remove(words),
            ("rm", "-rf") => RemoveTrees(words),
            ("mv", "-f") when words.Count == 4 => Move(words[2], words[3]),
            ("mkdir", "-p") => MakeDirectories(words),
            ("cmp", "-s") when words.Count == 4 => Compare(words[2], words[3]),
            ("cat", _) => Concatenate(words, out output),
            ("touch", _) => Touch(words),
            _ => null,
        };
    }

    private int? Remove(IReadOnlyList<string> words)
    {
        for (int i = 2; i < words.Count; i++)
        {
            if (disk.Remove(words[i]) is not (0 or Core.Errno.NoEntry or Core.Errno.NotDirectory))
                return null;
        }
        return 0;
    }

    /// <summary>Files, and directories of files alone.</summary>
    private int? RemoveTrees(IReadOnlyList<string> words)
    {
        for (int i = 2; i < words.Count; i++)
        {
            if (words[i].EndsWith("/.", StringComparison.Ordinal) || words[i].EndsWith("/..", StringComparison.Ordinal))
                return null;
            int errno = disk.Remove(words[i]);
            if (errno is not (0 or Core.Errno.NoEntry or Core.Errno.NotDirectory) && !(errno == Core.Errno.IsDirectory && FileCalls.RemoveFlat(disk, words[i])))
                return null;
        }
        return 0;
    }

    private int? Move(string from, string to)
    {
        if (disk.LinkStat(from, out FileStatus source) != 0)
            return null;
        if (disk.Stat(to, out FileStatus target) == 0 && (target.IsDirectory || source.IsDirectory || (target.Inode == source.Inode && target.Device == source.Device)))
            return null;
        return disk.Rename(from, to) == 0 ? 0 : null;
    }

    private int? MakeDirectories(IReadOnlyList<string> words)
    {
        for (int i = 2; i < words.Count; i++)
        {
            string path = words[i].TrimEnd('/');
            if (path.Length == 0)
                continue;
            if (disk.Stat(path, out FileStatus status) == 0)
            {
                if (!status.IsDirectory)
                    return null;
                continue;
            }
            // Directories on the way are made with the owner's permissions whatever the umask says.
            int slash = path.IndexOf('/', 1);
            if (slash >= 0 && (Caching.NativeFiles.CreationMask & OwnerWriteAndSearch) != 0)
                return null;
            for (; slash >= 0; slash = path.IndexOf('/', slash + 1))
            {
                if (disk.Stat(path[..slash], out _) == Core.Errno.NoEntry && FileCalls.MakeDirectory(path[..slash]) is not (0 or Core.Errno.Exists))
                    return null;
            }
            if (FileCalls.MakeDirectory(path) != 0)
                return null;
        }
        return 0;
    }

    private int? Compare(string first, string second)
    {
        if (disk.Stat(first, out FileStatus one) != 0 || disk.Stat(second, out FileStatus other) != 0 || !one.IsRegular || !other.IsRegular)
            return null;
        if (one.Inode == other.Inode && one.Device == other.Device)
            return 0;
        if (one.Size != other.Size)
            return 1;
        if (one.Size > LargestCompared || disk.Read(first, out string oneText) != 0 || disk.Read(second, out string otherText) != 0)
            return null;
        return oneText == otherText ? 0 : 1;
    }

    private int? Concatenate(IReadOnlyList<string> words, out string output)
    {
        output = "";
        for (int i = 1; i < words.Count; i++)
        {
            if (disk.Stat(words[i], out FileStatus status) != 0 || !status.IsRegular || status.Size > LargestCopied || disk.Read(words[i], out string text) != 0)
                return null;
            output += text;
        }
        return 0;
    }

    private int? Touch(IReadOnlyList<string> words)
    {
        for (int i = 1; i < words.Count; i++)
        {
            // What is opened here could wait for another's end of it.
            if ((disk.Stat(words[i], out FileStatus status) == 0 && !status.IsRegular && !status.IsDirectory) || disk.Touch(words[i]) != 0)
                return null;
        }
        return 0;
    }
}
