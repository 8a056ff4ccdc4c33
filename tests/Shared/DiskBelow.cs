using Oot.Core;

namespace Oot.Shared;

/// <summary>The real disk as if a directory were the working directory.</summary>
internal sealed class DiskBelow(string root) : IDisk
{
    private readonly Disk _disk = new();

    private string At(string path) => path.Length == 0 || path[0] == '/' ? path : ByteText.FromUnicode(root) + "/" + path;

    public int Stat(string path, out FileStatus status) => _disk.Stat(At(path), out status);

    public int LinkStat(string path, out FileStatus status) => _disk.LinkStat(At(path), out status);

    public int Read(string path, out string text) => _disk.Read(At(path), out text);

    public int Read(string path, ref byte[] buffer, out int length) => _disk.Read(At(path), ref buffer, out length);

    public int Write(string path, string text, bool append) => _disk.Write(At(path), text, append);

    public int CreateFile(string path, ReadOnlySpan<byte> bytes, int mode) => _disk.CreateFile(At(path), bytes, mode);

    public int MakeDirectory(string path, int mode) => _disk.MakeDirectory(At(path), mode);

    public int List(string path, out IReadOnlyList<string> names) => _disk.List(At(path), out names);

    public int Remove(string path) => _disk.Remove(At(path));

    public int Rename(string path, string name) => _disk.Rename(At(path), At(name));

    public int Touch(string path) => _disk.Touch(At(path));

    public int ReadLink(string path, out string target) => _disk.ReadLink(At(path), out target);

    public int RealPath(string path, out string real) => _disk.RealPath(At(path), out real);
}
