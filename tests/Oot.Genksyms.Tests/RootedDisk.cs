using Oot.Core;

namespace Oot.Genksyms.Tests;

/// <summary>The real disk, seen from a directory that is not the process' own.</summary>
internal sealed class RootedDisk(string directory) : IDisk
{
    private readonly Disk _disk = new();

    public int Stat(string path, out FileStatus status) => _disk.Stat(In(path), out status);

    public int LinkStat(string path, out FileStatus status) => _disk.LinkStat(In(path), out status);

    public int Read(string path, out string text) => _disk.Read(In(path), out text);

    public int Write(string path, string text, bool append) => _disk.Write(In(path), text, append);

    public int List(string path, out IReadOnlyList<string> names) => _disk.List(In(path), out names);

    public int Remove(string path) => _disk.Remove(In(path));

    public int Touch(string path) => _disk.Touch(In(path));

    public int ReadLink(string path, out string target) => _disk.ReadLink(In(path), out target);

    public int RealPath(string path, out string real) => _disk.RealPath(In(path), out real);

    public int Rename(string from, string to) => _disk.Rename(In(from), In(to));

    private string In(string path) => path.StartsWith('/') ? path : $"{directory}/{path}";
}
