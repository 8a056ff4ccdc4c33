using System.Buffers.Binary;
using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Loading;

/// <summary>
/// A bootable kernel, unpacked: x86's bzImage (Documentation/arch/x86/boot.rst), an EFI zboot image, or any file with a compressed kernel in it. What is inside is an ELF file with the export
/// tables, or (arm64) a plain one in which only texts can be found. The texts of its messages also tell which checks it has.
/// </summary>
public sealed class KernelImage
{
    /// <summary>The most that a kernel may have, compressed or not.</summary>
    public const int LargestKernel = 1 << 30;

    private const int ConfigurationMark = 8;

    private readonly byte[] bytes;
    private readonly int length;

    private KernelImage(string path, byte[] bytes, int length)
    {
        Path = path;
        this.bytes = bytes;
        this.length = length;
        Elf = new ElfObject(bytes, length);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The kernel itself.</summary>
    internal ElfObject Elf { get; }

    /// <summary>All bytes of the kernel.</summary>
    internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    /// <summary>Reads and unpacks a file.</summary>
    public static Result<KernelImage> Read(IDisk disk, string path)
    {
        byte[] file = [];
        int errno = disk.Read(path, ref file, out int length);
        if (errno != 0)
            return KernelDiagnostics.UnreadableImage(path, Errno.Message(errno));
        if (length > LargestKernel)
            return KernelDiagnostics.UnreadableImage(path, "it is too large for a kernel");
        if (new ElfObject(file, length).HasMagic)
            return new KernelImage(path, file, length);
        byte[] unpacked = [];
        Expansion last = new(ExpansionStatus.Damaged, 0, "there is no kernel in it");
        foreach ((int start, int size) in Payloads(file, length))
        {
            ReadOnlySpan<byte> payload = file.AsSpan(start, size);
            CompressionKind kind = Decompressor.KindOf(payload);
            // Behind all but gzip's data x86's build puts the size, which a decoder would take for damage after all of its work.
            bool hasSize = kind != CompressionKind.Gzip && size > 4;
            last = Decompressor.Expand(hasSize ? payload[..^4] : payload, kind, LargestKernel, ref unpacked);
            if (hasSize && last.Status == ExpansionStatus.Damaged)
                last = Decompressor.Expand(payload, kind, LargestKernel, ref unpacked);
            if (last.Status == ExpansionStatus.Done && last.Length > 1 << 16)
                return new KernelImage(path, unpacked, last.Length);
            if (last.Status == ExpansionStatus.LibraryMissing)
                return KernelDiagnostics.NoDecompressor(path, last.Detail);
        }
        return IndexOf(file.AsSpan(0, length), "Linux version "u8) >= 0 ? new KernelImage(path, file, length) : KernelDiagnostics.UnreadableImage(path, last.Detail);
    }

    /// <summary>What <see cref="ImageExtract"/> made of an image.</summary>
    /// <param name="path">The image's file.</param>
    internal static KernelImage OfExtract(string path, byte[] extract) => new(path, extract, extract.Length);

    /// <summary>The release in <c>Linux version RELEASE (…</c>; null when it does not say.</summary>
    public string? Release
    {
        get
        {
            ReadOnlySpan<byte> rest = Bytes;
            while (IndexOf(rest, "Linux version "u8) is >= 0 and var at)
            {
                rest = rest[(at + "Linux version ".Length)..];
                int end = rest.IndexOfAny((byte)' ', (byte)0);
                if (end is > 2 and < 128 && rest[0] is >= (byte)'0' and <= (byte)'9')
                    return ByteText.FromBytes(rest[..end]);
            }
            return null;
        }
    }

    /// <summary>The vermagic that it compares modules' with; null when it is not found.</summary>
    public string? Vermagic(string release)
    {
        byte[] wanted = [0, .. ByteText.ToBytes(release + " ")];
        ReadOnlySpan<byte> rest = Bytes;
        while (IndexOf(rest, wanted) is >= 0 and var at)
        {
            rest = rest[(at + 1)..];
            ReadOnlySpan<byte> text = ElfObject.StringAt(rest, 0);
            // What else begins with the release (the banner's parts) has brackets, commas or colons.
            bool isVermagic = text.Length < 256 && (text.IndexOf("mod_unload"u8) >= 0 || text.IndexOf("SMP"u8) >= 0) && text.IndexOfAny("(),:#/"u8) < 0;
            if (isVermagic)
                return ByteText.FromBytes(text);
        }
        return null;
    }

    /// <summary>The configuration that CONFIG_IKCONFIG puts into it; null without.</summary>
    public KernelConfiguration? Configuration()
    {
        byte[] text = [];
        return PackedConfiguration is { IsEmpty: false } packed && Decompressor.Expand(packed[ConfigurationMark..^ConfigurationMark], CompressionKind.Gzip, 16 << 20, ref text) is { Status: ExpansionStatus.Done, Length: var size }
            ? KernelConfiguration.Parse(ByteText.FromBytes(text.AsSpan(0, size))) : null;
    }

    /// <summary>The same as it lies there, with its marks; empty without.</summary>
    internal ReadOnlySpan<byte> PackedConfiguration
    {
        get
        {
            int start = IndexOf(Bytes, "IKCFG_ST"u8), end = start < 0 ? -1 : IndexOf(Bytes[(start + ConfigurationMark)..], "IKCFG_ED"u8);
            return end < 0 ? [] : Bytes.Slice(start, end + (2 * ConfigurationMark));
        }
    }

    /// <summary>Whether a text is somewhere in it.</summary>
    public bool Has(ReadOnlySpan<byte> text) => IndexOf(Bytes, text) >= 0;

    /// <summary>The first section of a name; all zero when there is none.</summary>
    internal ElfSectionHeader Section(ReadOnlySpan<byte> name)
    {
        if (!Elf.HasMagic || !Elf.HasSectionTable)
            return default;
        ReadOnlySpan<byte> names = Elf.Content(Elf.Section(Elf.NameSection));
        for (int i = 1; i < Elf.SectionCount; i++)
        {
            ElfSectionHeader section = Elf.Section(i);
            if (ElfObject.StringAt(names, section.Name).SequenceEqual(name))
                return section;
        }
        return default;
    }

    /// <summary>The content of the first section of a name, where it lies; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> ContentOf(ReadOnlySpan<byte> name) => Section(name) is var section && Elf.HasContent(section) ? bytes.AsMemory((int)section.Offset, (int)section.Size) : default;

    private static int IndexOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text) => bytes.IndexOf(text);

    // Where compressed kernels may be: where the header says, else wherever a kind's first bytes are.
    private static IEnumerable<(int Start, int Size)> Payloads(byte[] file, int length)
    {
        if (length > 0x250 && file.AsSpan(0x202, 4).SequenceEqual("HdrS"u8))
        {
            int sectors = file[0x1f1] == 0 ? 4 : file[0x1f1];
            long start = ((sectors + 1L) * 512) + BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(0x248)), size = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(0x24c));
            if (size > 0 && start + size <= length)
                yield return ((int)start, (int)size);
        }
        else if (length > 64 && file.AsSpan(4, 4).SequenceEqual("zimg"u8))
        {
            long start = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8)), size = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(12));
            if (size > 0 && start + size <= length)
                yield return ((int)start, (int)size);
        }
        else if (Decompressor.KindOf(file.AsSpan(0, length)) != CompressionKind.None)
            yield return (0, length);
        byte[][] magics = [[0x1f, 0x8b, 8, 0], [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], [0x28, 0xb5, 0x2f, 0xfd], [2, 0x21, 0x4c, 0x18]];
        foreach (byte[] magic in magics)
        {
            for (int from = 1, tries = 0; tries < 4; tries++)
            {
                int at = file.AsSpan(from, length - from).IndexOf(magic);
                if (at < 0)
                    break;
                yield return (from + at, length - from - at);
                from += at + 1;
            }
        }
    }
}
