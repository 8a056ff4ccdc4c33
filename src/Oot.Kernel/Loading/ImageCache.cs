using System.Buffers.Binary;
using System.Globalization;
using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Kernel.Loading;

/// <summary>
/// Extracts of images that were unpacked before, one file each in <c>$XDG_CACHE_HOME/oot/images</c>:
/// <code>"OOTIMAG1" | sum 64 | key's length 32 | key | extract</code>
/// The key is the image's path, identity and both times, and what the extract was made to answer. A file that is damaged, somebody else's or writable for others is as good as none; nothing is ever
/// right only because of it.
/// </summary>
public sealed class ImageCache
{
    private const int HeaderSize = 20, MostFiles = 16, LargestFile = 64 << 20;

    // A file that changed so short a time ago could change again without another time, as times go in steps.
    private const long StepNs = 2_100_000_000;

    private readonly IDisk disk;

    private ImageCache(IDisk disk, string directory) => (this.disk, Directory) = (disk, directory);

    private static ReadOnlySpan<byte> Magic => "OOTIMAG1"u8;

    /// <summary>Where it is, whether it is there or not.</summary>
    public string Directory { get; }

    /// <summary>The cache of an environment; null when the environment names no place for it, or wants none.</summary>
    /// <param name="evenOff">To look at it, or to clear it.</param>
    public static ImageCache? Of(IDisk disk, IReadOnlyList<string> environment, bool evenOff = false) =>
        CacheContents.Of(disk, environment) is { } cache && (cache.IsOn || evenOff) ? new ImageCache(disk, cache.Root[..cache.Root.LastIndexOf('/')] + "/images") : null;

    /// <summary>The files, with their sizes in bytes.</summary>
    public IReadOnlyList<(string Path, long Size)> Files() => disk.List(Directory, out IReadOnlyList<string> names) == 0
        ? [.. names.Select(name => $"{Directory}/{name}").Select(path => (path, disk.LinkStat(path, out FileStatus status) == 0 ? status.Size : 0))] : [];

    /// <summary>Reads an image, or what was kept of it.</summary>
    public Result<KernelImage> Read(string path)
    {
        if (disk.Stat(path, out FileStatus status) != 0 || !status.IsRegular || disk.RealPath(path, out string real) != 0)
            return KernelImage.Read(disk, path);
        byte[] key = ByteText.ToBytes(string.Create(CultureInfo.InvariantCulture, $"{real}\n{status.Device} {status.Inode} {status.Size} {status.ModifiedNs} {status.ChangedNs}\n{ImageExtract.Questions}"));
        string file = string.Create(CultureInfo.InvariantCulture, $"{Directory}/{TextHash.Of((ReadOnlySpan<byte>)key):x16}");
        if (Kept(file, key) is { } kept)
            return KernelImage.OfExtract(path, kept);
        bool isSettled = Math.Max(status.ModifiedNs, status.ChangedNs) < ((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100) - StepNs;
        Result<KernelImage> read = KernelImage.Read(disk, path);
        if (read.Succeeded(out KernelImage? image, out _) && isSettled && disk.Stat(path, out FileStatus after) == 0 && after == status && ImageExtract.Of(image) is { } extract)
            Keep(file, key, extract);
        return read;
    }

    // An extract that can be used, at the end of a buffer; null where there is none.
    private byte[]? Kept(string file, byte[] key)
    {
        byte[] bytes = [];
        if (!IsOwn(Directory) || disk.LinkStat(file, out FileStatus status) != 0 || !status.IsRegular || !IsOwn(status) || status.Size > LargestFile
            || disk.Read(file, ref bytes, out int length) != 0 || length < HeaderSize + key.Length || !bytes.AsSpan().StartsWith(Magic))
            return null;
        ReadOnlySpan<byte> content = bytes.AsSpan(16, length - 16);
        bool isIt = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)) == TextHash.Of(content) && BinaryPrimitives.ReadInt32LittleEndian(content) == key.Length && content[4..].StartsWith(key);
        return isIt ? bytes[(HeaderSize + key.Length)..length] : null;
    }

    private void Keep(string file, byte[] key, byte[] extract)
    {
        _ = disk.MakeDirectories(Directory, 0x1C0);
        byte[] bytes = new byte[HeaderSize + key.Length + extract.Length];
        if (!IsOwn(Directory) || bytes.Length > LargestFile)
            return;
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), key.Length);
        key.CopyTo(bytes, HeaderSize);
        extract.CopyTo(bytes, HeaderSize + key.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), TextHash.Of(bytes.AsSpan(16)));
        _ = disk.Replace(file, bytes, 0x180);
        Trim();
    }

    private void Trim()
    {
        IReadOnlyList<(string Path, long Size)> files = Files();
        if (files.Count <= MostFiles)
            return;
        foreach (string path in files.Select(file => file.Path).OrderBy(path => disk.LinkStat(path, out FileStatus status) == 0 ? status.ModifiedNs : 0).Take(files.Count - MostFiles))
            _ = disk.Remove(path);
    }

    private bool IsOwn(string path) => disk.LinkStat(path, out FileStatus status) == 0 && IsOwn(status);

    private static bool IsOwn(in FileStatus status) => status.Owner == ProcessContext.User && (status.Mode & 0x12) == 0;
}
