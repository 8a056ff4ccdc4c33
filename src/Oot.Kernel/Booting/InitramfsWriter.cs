using System.Globalization;
using System.Text;

namespace Oot.Kernel.Booting;

/// <summary>
/// Writes an archive that a kernel takes as its first file system: cpio in the form "newc" (Documentation/driver-api/early-userspace/buffer-format.rst). Owners are root, times are 0: the same
/// content gives the same bytes.
/// </summary>
internal sealed class InitramfsWriter
{
    private const int Directory = 0x4000, Character = 0x2000, Regular = 0x8000;

    private readonly MemoryStream archive = new();
    private int entries;

    /// <summary>Adds a directory (mode 0755); its parent must be there.</summary>
    /// <param name="path">Without a slash in front.</param>
    internal void AddDirectory(string path) => Add(path, Directory | 0x1ED, [], 0, 0);

    /// <summary>Adds a character device that only root may use.</summary>
    internal void AddDevice(string path, int major, int minor) => Add(path, Character | 0x180, [], major, minor);

    /// <summary>Adds a file.</summary>
    internal void AddFile(string path, ReadOnlySpan<byte> content, bool executable) => Add(path, Regular | (executable ? 0x1ED : 0x1A4), content, 0, 0);

    /// <summary>The whole archive; nothing can be added after it.</summary>
    internal ReadOnlySpan<byte> Finish()
    {
        Add("TRAILER!!!", 0, [], 0, 0);
        return archive.GetBuffer().AsSpan(0, (int)archive.Length);
    }

    // Thirteen numbers of eight hexadecimal digits behind the magic; name and content end on a multiple of four bytes.
    private void Add(string path, int mode, ReadOnlySpan<byte> content, int major, int minor)
    {
        ReadOnlySpan<int> fields = [++entries, mode, 0, 0, 1, 0, content.Length, 0, 0, major, minor, path.Length + 1, 0];
        var header = new StringBuilder("070701");
        foreach (int field in fields)
            header.Append(field.ToString("X8", CultureInfo.InvariantCulture));
        archive.Write(Encoding.Latin1.GetBytes(header.Append(path).Append('\0').ToString()));
        Pad();
        archive.Write(content);
        Pad();
    }

    private void Pad()
    {
        while (archive.Length % 4 != 0)
            archive.WriteByte(0);
    }
}
