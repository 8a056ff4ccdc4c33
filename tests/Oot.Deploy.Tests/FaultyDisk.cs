using Oot.Core;

namespace Oot.Deploy.Tests;

/// <summary>The real disk until the n-th thing that changes it: that one fails with an errno, or the process "dies" there.</summary>
/// <param name="failing">Which change, from 0.</param>
/// <param name="errno">Why it fails; 0: the process dies before it.</param>
/// <param name="lasting">Every later change fails too, as on a full disk, but for removals.</param>
internal sealed class FaultyDisk(int failing, int errno, bool lasting = false) : IDisk
{
    private readonly Disk disk = new();
    private int changes;

    /// <summary>Whether there were so many changes at all.</summary>
    public bool HasFailed { get; private set; }

    private bool Fails(bool frees)
    {
        int change = changes++;
        if (change != failing && !(lasting && HasFailed && !frees))
            return false;
        HasFailed = true;
        return errno == 0 ? throw new DeathException() : true;
    }

    public int Stat(string path, out FileStatus status) => disk.Stat(path, out status);

    public int LinkStat(string path, out FileStatus status) => disk.LinkStat(path, out status);

    public int Read(string path, out string text) => disk.Read(path, out text);

    public int Read(string path, ref byte[] buffer, out int length) => disk.Read(path, ref buffer, out length);

    public int List(string path, out IReadOnlyList<string> names) => disk.List(path, out names);

    public int ReadLink(string path, out string target) => disk.ReadLink(path, out target);

    public int RealPath(string path, out string real) => disk.RealPath(path, out real);

    public int Write(string path, string text, bool append) => Fails(false) ? errno : disk.Write(path, text, append);

    public int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode) => Fails(false) ? errno : disk.CreateFile(path, bytes, mode);

    public int MakeDirectory(string path, int mode) => Fails(false) ? errno : disk.MakeDirectory(path, mode);

    public int RemoveDirectory(string path) => Fails(true) ? errno : disk.RemoveDirectory(path);

    public int Remove(string path) => Fails(true) ? errno : disk.Remove(path);

    public int Rename(string path, string name) => Fails(false) ? errno : disk.Rename(path, name);

    // Waiting for a real disk would show nothing more, and take minutes.
    public int Sync(string path) => Fails(false) ? errno : 0;

    public int Touch(string path) => Fails(false) ? errno : disk.Touch(path);
}
