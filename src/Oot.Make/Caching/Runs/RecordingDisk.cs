using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>A disk whose questions and answers are noted. Whatever changes the disk ends the noting.</summary>
internal sealed class RecordingDisk(IDisk disk, RunRecorder recorder) : IDisk
{
    private const string KernelRelease = "/proc/sys/kernel/osrelease";

    /// <inheritdoc/>
    public void Forget() => disk.Forget();

    /// <inheritdoc/>
    public int Stat(string path, out FileStatus status)
    {
        int errno = disk.Stat(path, out status);
        if (recorder.IsOpen)
            recorder.Note(path, FileQuestionKind.Identity, NativeFiles.Of(errno, status));
        return errno;
    }

    /// <inheritdoc/>
    public int Identify(string path, out FileStatus status)
    {
        int errno = disk.Stat(path, out status);
        if (errno == 0 && recorder.IsOpen)
            recorder.NoteContent(path, FileQuestionKind.Identity, NativeFiles.Of(status));
        return errno;
    }

    /// <inheritdoc/>
    public int LinkStat(string path, out FileStatus status)
    {
        int errno = disk.LinkStat(path, out status);
        // What is no link has one identity, whichever way it is asked for.
        if (recorder.IsOpen)
            recorder.Note(path, errno == 0 && !status.IsLink ? FileQuestionKind.Identity : FileQuestionKind.LinkIdentity, NativeFiles.Of(errno, status));
        return errno;
    }

    /// <inheritdoc/>
    public int Read(string path, out string text)
    {
        bool notes = Noting(path, out FileStatus status);
        int errno = disk.Read(path, out text);
        if (notes)
            CheckLength(path, errno, status, text.Length);
        return errno;
    }

    /// <inheritdoc/>
    public int Read(string path, TextRoom room)
    {
        bool notes = Noting(path, out FileStatus status);
        int errno = disk.Read(path, room);
        if (notes)
            CheckLength(path, errno, status, room.Text.Length);
        return errno;
    }

    /// <inheritdoc/>
    public int Read(string path, ref byte[] buffer, out int length)
    {
        bool notes = Noting(path, out FileStatus status);
        int errno = disk.Read(path, ref buffer, out length);
        if (notes)
            CheckLength(path, errno, status, length);
        return errno;
    }

    /// <summary>Notes a file that is about to be read.</summary>
    private bool Noting(string path, out FileStatus status)
    {
        status = default;
        if (!recorder.IsOpen)
            return false;
        if (path == KernelRelease)
        {
            recorder.NoteKernel();
            return false;
        }
        int errno = disk.Stat(path, out status);
        if (errno == 0 && status.IsRegular && !IsMadeUp(path))
            recorder.NoteContent(path, FileQuestionKind.Identity, NativeFiles.Of(status));
        else if (errno != 0 || status.IsDirectory)
            recorder.Note(path, FileQuestionKind.Identity, NativeFiles.Of(errno, status));
        else
            recorder.Refuse("reading " + path);
        return true;
    }

    private static bool IsMadeUp(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith("/sys/", StringComparison.Ordinal) || path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>A file that holds more or less than its status says is made up while it is read.</summary>
    private void CheckLength(string path, int errno, in FileStatus status, int length)
    {
        if (errno == 0 && status.IsRegular && status.Size != length)
            recorder.Refuse($"{path} changes while it is read");
    }

    /// <inheritdoc/>
    public int List(string path, out IReadOnlyList<string> names)
    {
        int asked = disk.Stat(path, out FileStatus status);
        int errno = disk.List(path, out names);
        if (!recorder.IsOpen)
            return errno;
        // What is there and cannot be listed is a file, or not for this user: its identity tells.
        if (errno != 0 || asked != 0)
            recorder.Note(path, FileQuestionKind.Identity, NativeFiles.Of(asked, status));
        else
            recorder.NoteNames(path, NativeFiles.Of(status), FileAnswers.HashOf(names));
        return errno;
    }

    /// <inheritdoc/>
    public int ReadLink(string path, out string target)
    {
        if (recorder.IsOpen)
        {
            int asked = disk.LinkStat(path, out FileStatus status);
            recorder.NoteContent(path, asked == 0 && !status.IsLink ? FileQuestionKind.Identity : FileQuestionKind.LinkIdentity, NativeFiles.Of(asked, status));
        }
        return disk.ReadLink(path, out target);
    }

    /// <inheritdoc/>
    public int RealPath(string path, out string real)
    {
        int errno = disk.RealPath(path, out real);
        if (recorder.IsOpen)
            recorder.Note(path, FileQuestionKind.RealPath, FileAnswers.OfRealPath(errno, real));
        return errno;
    }

    /// <inheritdoc/>
    public int Write(string path, string text, bool append)
    {
        recorder.Refuse("writing " + path);
        return disk.Write(path, text, append);
    }

    /// <inheritdoc/>
    public int Write(string path, ReadOnlySpan<byte> bytes)
    {
        recorder.Refuse("writing " + path);
        return disk.Write(path, bytes);
    }

    /// <inheritdoc/>
    public int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode)
    {
        recorder.Refuse("writing " + path);
        return disk.CreateFile(path, bytes, mode);
    }

    /// <inheritdoc/>
    public int MakeDirectory(string path, int mode)
    {
        recorder.Refuse("making " + path);
        return disk.MakeDirectory(path, mode);
    }

    /// <inheritdoc/>
    public int Rename(string path, string name)
    {
        recorder.Refuse("renaming " + path);
        return disk.Rename(path, name);
    }

    /// <inheritdoc/>
    public int Remove(string path)
    {
        recorder.Refuse("removing " + path);
        return disk.Remove(path);
    }

    /// <inheritdoc/>
    public int Touch(string path)
    {
        recorder.Refuse("touching " + path);
        return disk.Touch(path);
    }
}
