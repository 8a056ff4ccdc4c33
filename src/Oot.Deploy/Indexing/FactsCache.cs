using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Facts of modules that were read before, kept in one file a kernel's directory:
/// <code>
/// "OOTFACT1" | sum 64 | (inode 64, device 64, size 64, modified 64, changed 64, imports 32, strings 32, end 32, path's length 32, path, facts)…
/// </code>
/// Numbers are little endian. An entry counts only where path, inode, device, size and both times are what they were; a file that is damaged, somebody else's or writable for others is as
/// good as none. Nothing is ever right only because of it.
/// </summary>
internal sealed class FactsCache
{
    private const int HeaderSize = 16, EntrySize = 56;

    /// <summary>A file that changed so short a time ago could change again without another time, as times go in steps.</summary>
    private const long StepNs = 50_000_000, CoarseStepNs = 2_100_000_000;

    private readonly Dictionary<string, (FileStatus Status, LinkFacts Facts)> entries = new(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Magic => "OOTFACT1"u8;

    /// <summary>Where the facts of a directory's modules are; null where the environment names no place, or wants none.</summary>
    internal static string? PathOf(IReadOnlyList<string> environment, string directory)
    {
        if (ProcessEnvironment.Value(environment, "OOT_CACHE") is "off" or "0" or "no")
            return null;
        string? cache = ProcessEnvironment.Value(environment, "XDG_CACHE_HOME");
        if (cache is not ['/', ..])
            cache = ProcessEnvironment.Value(environment, "HOME") is ['/', ..] and var home ? home.TrimEnd('/') + "/.cache" : null;
        return cache is null ? null : $"{cache.TrimEnd('/')}/oot/modules/{Convert.ToHexStringLower(SHA256.HashData(ByteText.ToBytes(directory)).AsSpan(0, 8))}";
    }

    /// <summary>Reads a cache; an empty one where there is none that counts.</summary>
    internal static FactsCache Read(IDisk disk, string? path)
    {
        var cache = new FactsCache();
        byte[] bytes = [];
        if (path is null || disk.LinkStat(path, out FileStatus status) != 0 || !status.IsRegular || status.Owner != ProcessContext.User || (status.Mode & 0x12) != 0
            || disk.Read(path, ref bytes, out int length) != 0 || length < HeaderSize || !bytes.AsSpan().StartsWith(Magic)
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)) != Sum(bytes.AsSpan(HeaderSize, length - HeaderSize)))
            return cache;
        if (!cache.Take(bytes, length))
            cache.entries.Clear();
        return cache;
    }

    /// <summary>How many there are.</summary>
    internal int Count => entries.Count;

    /// <summary>The facts of a file, if it is the one that was read.</summary>
    internal bool TryGet(IndexedFile file, out LinkFacts facts)
    {
        bool known = entries.TryGetValue(file.Path, out (FileStatus Status, LinkFacts Facts) entry) && IsSame(entry.Status, file.Status);
        facts = known ? entry.Facts : default;
        return known;
    }

    /// <summary>Whether two answers of the disk are about the same content.</summary>
    internal static bool IsSame(in FileStatus one, in FileStatus other) =>
        one.Inode == other.Inode && one.Device == other.Device && one.Size == other.Size && one.ModifiedNs == other.ModifiedNs && one.ChangedNs == other.ChangedNs;

    /// <summary>Whether a file changed long enough ago for its times to tell the next change.</summary>
    internal static bool IsSettled(in FileStatus status, long nowNs)
    {
        bool coarse = status.ChangedNs % 1_000_000_000 == 0 && status.ModifiedNs % 1_000_000_000 == 0;
        return Math.Max(status.ChangedNs, status.ModifiedNs) < nowNs - (coarse ? CoarseStepNs : StepNs);
    }

    /// <summary>Writes a cache anew; where that fails there is the old one, or none.</summary>
    /// <param name="isKnown">Which of the files' facts may be kept.</param>
    internal static void Write(IDisk disk, string path, IReadOnlyList<IndexedFile> files, LinkFacts[] facts, Func<int, bool> isKnown)
    {
        int size = HeaderSize;
        for (int i = 0; i < files.Count; i++)
            size += isKnown(i) ? EntrySize + files[i].Path.Length + facts[i].End - facts[i].Exports : 0;
        byte[] bytes = new byte[size];
        Magic.CopyTo(bytes);
        int at = HeaderSize;
        for (int i = 0; i < files.Count; i++)
        {
            if (isKnown(i))
                Write(bytes, ref at, files[i], facts[i]);
        }
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), Sum(bytes.AsSpan(HeaderSize)));
        if (disk.MakeDirectories(path[..path.LastIndexOf('/')], 0x1C0) == 0)
            _ = disk.Replace(path, bytes, 0x180);
    }

    private static void Write(byte[] bytes, ref int at, IndexedFile file, LinkFacts facts)
    {
        Span<byte> entry = bytes.AsSpan(at);
        BinaryPrimitives.WriteUInt64LittleEndian(entry, file.Status.Inode);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], file.Status.Device);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], file.Status.Size);
        BinaryPrimitives.WriteInt64LittleEndian(entry[24..], file.Status.ModifiedNs);
        BinaryPrimitives.WriteInt64LittleEndian(entry[32..], file.Status.ChangedNs);
        BinaryPrimitives.WriteInt32LittleEndian(entry[40..], facts.Imports - facts.Exports);
        BinaryPrimitives.WriteInt32LittleEndian(entry[44..], facts.Strings - facts.Exports);
        BinaryPrimitives.WriteInt32LittleEndian(entry[48..], facts.End - facts.Exports);
        BinaryPrimitives.WriteInt32LittleEndian(entry[52..], file.Path.Length);
        Encoding.Latin1.GetBytes(file.Path, entry[EntrySize..]);
        facts.Buffer.AsSpan(facts.Exports, facts.End - facts.Exports).CopyTo(entry[(EntrySize + file.Path.Length)..]);
        at += EntrySize + file.Path.Length + facts.End - facts.Exports;
    }

    private bool Take(byte[] bytes, int length)
    {
        for (int at = HeaderSize; at < length;)
        {
            if (length - at < EntrySize)
                return false;
            ReadOnlySpan<byte> entry = bytes.AsSpan(at, length - at);
            int imports = BinaryPrimitives.ReadInt32LittleEndian(entry[40..]), strings = BinaryPrimitives.ReadInt32LittleEndian(entry[44..]), end = BinaryPrimitives.ReadInt32LittleEndian(entry[48..]);
            int path = BinaryPrimitives.ReadInt32LittleEndian(entry[52..]);
            if (path < 0 || path > entry.Length - EntrySize || imports < 0 || strings < imports || end < strings || end > entry.Length - EntrySize - path)
                return false;
            int start = at + EntrySize + path;
            var facts = new LinkFacts(bytes, start, start + imports, start + strings, start + end, 0);
            if (!facts.IsSound)
                return false;
            entries[ByteText.FromBytes(entry.Slice(EntrySize, path))] = (StatusOf(entry), facts);
            at = start + end;
        }
        return true;
    }

    private static FileStatus StatusOf(ReadOnlySpan<byte> entry) => new(
        BinaryPrimitives.ReadInt64LittleEndian(entry[24..]), BinaryPrimitives.ReadInt64LittleEndian(entry[32..]), BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(entry), BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), 0);

    // Finds what went wrong by chance, eight bytes at a time; nobody has to be kept from forging a file of their own.
    private static ulong Sum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            sum = (System.Numerics.BitOperations.RotateLeft(sum, 23) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x9E3779B97F4A7C15;
        foreach (byte b in bytes)
            sum = (System.Numerics.BitOperations.RotateLeft(sum, 23) ^ b) * 0x9E3779B97F4A7C15;
        return sum ^ (sum >> 32);
    }
}
