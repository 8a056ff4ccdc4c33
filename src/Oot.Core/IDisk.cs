namespace Oot.Core;

/// <summary>
/// The seam to the file system. Paths are byte text (<see cref="ByteText"/>), relative ones are relative to the working
/// directory. Every method returns 0 or a positive <c>errno</c>; none throws for what a disk can answer.
/// </summary>
public interface IDisk
{
    /// <summary>The status of what <paramref name="path"/> names, links followed.</summary>
    int Stat(string path, out FileStatus status);

    /// <summary>As <see cref="Stat"/>, of a link itself.</summary>
    int LinkStat(string path, out FileStatus status);

    /// <summary>Until <see cref="Forget"/>, a directory in which much is asked may be looked up once only.</summary>
    void KeepDirectories()
    {
    }

    /// <summary>Names may lead elsewhere from here on.</summary>
    void Forget()
    {
    }

    /// <summary>As <see cref="Stat"/>, of a file whose content is used as it was when it had this status.</summary>
    int Identify(string path, out FileStatus status) => Stat(path, out status);

    /// <summary>The whole content as byte text.</summary>
    int Read(string path, out string text);

    /// <summary>As the other, for a text that is not kept.</summary>
    int Read(string path, TextRoom room)
    {
        int errno = Read(path, out string text);
        room.Hold(text);
        return errno;
    }

    /// <summary>
    /// The content as bytes, as many as the file's status says: what is not a regular file is empty (or an error), and is never waited for. The buffer is replaced by a larger
    /// one where it is too small; only the first <paramref name="length"/> bytes count.
    /// </summary>
    int Read(string path, ref byte[] buffer, out int length)
    {
        length = 0;
        int errno = Read(path, out string text);
        if (errno != 0)
            return errno;
        buffer = ByteText.ToBytes(text);
        length = buffer.Length;
        return 0;
    }

    /// <summary>As the other; <paramref name="status"/>: the file's status before it was read, null where that is not known.</summary>
    int Read(string path, ref byte[] buffer, out int length, out FileStatus? status)
    {
        status = null;
        return Read(path, ref buffer, out length);
    }

    /// <summary>The first bytes of a file, as many as there is room for; a file that is shorter, or not regular, gives fewer.</summary>
    int ReadStart(string path, Span<byte> start, out int length)
    {
        byte[] content = [];
        int errno = Read(path, ref content, out length);
        length = Math.Min(length, start.Length);
        content.AsSpan(0, length).CopyTo(start);
        return errno;
    }

    /// <summary>Writes or appends byte text, creating the file (mode 0666 less the umask).</summary>
    int Write(string path, string text, bool append);

    /// <summary>Writes bytes, replacing what the file had (mode 0666 less the umask for a new one).</summary>
    int Write(string path, ReadOnlySpan<byte> bytes) => Write(path, ByteText.FromBytes(bytes), append: false);

    /// <summary>Makes a file that was not there, whole or not at all; what has the name already, a link too, is <c>EEXIST</c>.</summary>
    /// <param name="mode">Its permissions, less the umask.</param>
    int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode) => Errno.NotSupported;

    /// <summary>Waits until a file's content, or the names in a directory, would survive a power cut; 0 as well where the file system has no such thing.</summary>
    int Sync(string path) => 0;

    /// <summary>Makes a directory.</summary>
    /// <param name="mode">Its permissions, less the umask.</param>
    int MakeDirectory(string path, int mode) => Errno.NotSupported;

    /// <summary>Removes an empty directory.</summary>
    int RemoveDirectory(string path) => Errno.NotSupported;

    /// <summary>Gives a file another name in the same file system, replacing what has that name.</summary>
    int Rename(string path, string name);

    /// <summary>The names in a directory, without <c>.</c> and <c>..</c>, in the disk's order.</summary>
    int List(string path, out IReadOnlyList<string> names);

    /// <summary>Removes a file or a link.</summary>
    int Remove(string path);

    /// <summary>Sets a file's times to now, creating it when missing (as <c>touch</c>).</summary>
    int Touch(string path);

    /// <summary>Where a symbolic link points.</summary>
    int ReadLink(string path, out string target);

    /// <summary>The canonical absolute path, every link resolved; the file must exist.</summary>
    int RealPath(string path, out string real);
}
