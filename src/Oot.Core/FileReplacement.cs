using System.Globalization;

namespace Oot.Core;

/// <summary>
/// Writing a file so that under its name there is always a whole one: the old content, or the new. The new content is written beside it as <c>PATH.PID-THREAD.new</c> and takes the name when it is complete;
/// on an error nothing of it is left. The methods return 0 or errno.
/// </summary>
public static class FileReplacement
{
    private const int ReadableForAll = 0x1B6;

    /// <summary>Gives a file this content. A link of that name is replaced, not followed.</summary>
    /// <param name="mode">The new file's permissions, less the umask.</param>
    public static int Replace(this IDisk disk, string path, ReadOnlySpan<byte> bytes, int mode = ReadableForAll)
    {
        string fresh = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.new");
        int errno = disk.CreateFile(fresh, bytes, mode);
        // A killed run with this very number may have left one.
        if (errno == Errno.Exists && disk.Remove(fresh) == 0)
            errno = disk.CreateFile(fresh, bytes, mode);
        if (errno != 0)
            return errno;
        errno = disk.Rename(fresh, path);
        if (errno != 0)
            _ = disk.Remove(fresh);
        return errno;
    }

    /// <summary>The same, but a file that has this content already keeps its time, and what is made from it stays up to date.</summary>
    public static int ReplaceUnlessSame(this IDisk disk, string path, ReadOnlySpan<byte> bytes) => disk.Has(path, bytes) ? 0 : disk.Replace(path, bytes);

    /// <summary>Whether a file has exactly this content.</summary>
    public static bool Has(this IDisk disk, string path, ReadOnlySpan<byte> bytes)
    {
        byte[] known = [];
        return disk.Stat(path, out FileStatus status) == 0 && status.IsRegular && status.Size == bytes.Length && disk.Read(path, ref known, out int length) == 0 && known.AsSpan(0, length).SequenceEqual(bytes);
    }
}
