using System.Security.Cryptography;
using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Make.Witnessing;

/// <summary>All of a file that a command leaves behind, its times and number aside.</summary>
/// <param name="Mode">Type and permissions; 0 when there is no file of that name.</param>
/// <param name="Content">A hash of the bytes, a link's target, or a directory's names.</param>
internal readonly record struct FileState(uint Mode, string Content)
{
    private const long LargestFile = 256 << 20;

    /// <summary>What stands for the whole state; never 0.</summary>
    public ulong Hash => ((TextHash.Of(Content) * 31) + Mode) | 1;

    /// <summary>The state of a name, links not followed; null when it cannot be told.</summary>
    public static FileState? Of(IDisk disk, string path)
    {
        int errno = disk.LinkStat(path, out FileStatus status);
        if (errno is Errno.NoEntry or Errno.NotDirectory)
            return new FileState(0, "");
        if (errno != 0)
            return null;
        if (status.IsLink)
            return disk.ReadLink(path, out string target) == 0 ? new FileState(status.Mode, target) : null;
        if (status.IsDirectory)
            return disk.List(path, out IReadOnlyList<string> names) == 0 ? new FileState(status.Mode, string.Join('\0', names.Order(StringComparer.Ordinal))) : null;
        byte[] content = [];
        if (!status.IsRegular || status.Size > LargestFile || disk.Read(path, ref content, out int length) != 0 || length != status.Size)
            return null;
        return new FileState(status.Mode, Convert.ToHexString(SHA256.HashData(content.AsSpan(0, length))));
    }
}
