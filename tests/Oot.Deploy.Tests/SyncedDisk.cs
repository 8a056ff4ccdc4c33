using Oot.Core;

namespace Oot.Deploy.Tests;

/// <summary>The real disk, with a list of what was renamed (to which name), removed, and waited for.</summary>
internal sealed class SyncedDisk : IDisk
{
    private readonly Disk disk = new();

    public List<string> Events { get; } = [];

    private int Note(string what, int errno)
    {
        if (errno == 0)
            Events.Add(what);
        return errno;
    }

    public int Stat(string path, out FileStatus status) => disk.Stat(path, out status);

    public int LinkStat(string path, out FileStatus status) => disk.LinkStat(path, out status);

    public int Read(string path, out string text) => disk.Read(path, out text);

    public int Read(string path, ref byte[] buffer, out int length) => disk.Read(path, ref buffer, out length);

    public int List(string path, out IReadOnlyList<string> names) => disk.List(path, out names);

    public int ReadLink(string path, out string target) => disk.ReadLink(path, out target);

    public int RealPath(string path, out string real) => disk.RealPath(path, out real);

    public int Write(string path, string text, bool append) => disk.Write(path, text, append);

    public int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode) => disk.CreateFile(path, bytes, mode);

    public int MakeDirectory(string path, int mode) => disk.MakeDirectory(path, mode);

    public int RemoveDirectory(string path) => disk.RemoveDirectory(path);

    public int Remove(string path) => Note("remove " + path, disk.Remove(path));

    public int Rename(string path, string name) => Note("rename " + name, disk.Rename(path, name));

    public int Sync(string path) => Note("sync " + path, disk.Stat(path, out _));

    public int Touch(string path) => disk.Touch(path);
}
