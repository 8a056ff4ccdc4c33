using System.Globalization;
using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Installing;

/// <summary>A kernel's initramfs: what modules are in it, and how this system makes it.</summary>
public static class Initramfs
{
    private const int Largest = 1 << 30, HeaderSize = 110;

    /// <summary>Where it is; null where there is none.</summary>
    public static string? PathOf(IDisk disk, string root, string release) =>
        new[] { $"/boot/initrd.img-{release}", $"/boot/initramfs-{release}.img", $"/boot/initrd-{release}" }
            .Select(path => RootedPath.Resolve(disk, root, path, out string real) == 0 && disk.Stat(real, out FileStatus status) == 0 && status.IsRegular ? real : null).FirstOrDefault(path => path is not null);

    /// <summary>The command that makes it for one kernel only; null where this system has none that is known.</summary>
    public static IReadOnlyList<string>? Command(IDisk disk, IReadOnlyList<string> environment, string release)
    {
        IReadOnlyList<string> wide = ProcessEnvironment.With(environment, "PATH", (ProcessEnvironment.Value(environment, "PATH") ?? "") + ":/usr/sbin:/sbin:/usr/bin:/bin");
        string? Program(string name) => ProcessEnvironment.FindProgram(disk, wide, name);
        return Program("update-initramfs") is string debian ? [debian, "-u", "-k", release]
            : Program("dracut") is string dracut ? [dracut, "--force", "--kver", release]
            : Program("mkinitcpio") is string arch ? [arch, "-k", release, "-g", $"/boot/initramfs-{release}.img"] : null;
    }

    /// <summary>The modules that are in it, by name: uncompressed parts first, then one that is compressed. Whatever cannot be read is left out.</summary>
    public static IReadOnlySet<string> ModulesOf(IDisk disk, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        byte[] bytes = [];
        if (disk.Read(path, ref bytes, out int length) != 0)
            return names;
        for (int at = 0; at < length;)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(at, length - at);
            if (rest[0] == 0)
            {
                at++;
                continue;
            }
            if (!rest.StartsWith("07070"u8))
            {
                byte[] expanded = [];
                Expansion expansion = Decompressor.Expand(rest, Decompressor.KindOf(rest), Largest, ref expanded);
                if (expansion.Status == ExpansionStatus.Done)
                    _ = ReadArchive(expanded.AsSpan(0, expansion.Length), names);
                break;
            }
            at += ReadArchive(rest, names);
        }
        return names;
    }

    // cpio, "newc": a header of hexadecimal numbers, the name, the content, each padded to four bytes; the value is where it ends.
    private static int ReadArchive(ReadOnlySpan<byte> archive, HashSet<string> names)
    {
        int at = 0;
        while (archive.Length - at >= HeaderSize && archive[at..].StartsWith("07070"u8))
        {
            long size = Number(archive, at + 54), nameSize = Number(archive, at + 94);
            long content = (at + HeaderSize + nameSize + 3) & ~3L, end = (content + size + 3) & ~3L;
            if (size < 0 || nameSize < 1 || content > archive.Length || end > archive.Length + 3)
                break;
            string name = ByteText.FromBytes(archive.Slice(at + HeaderSize, (int)nameSize - 1));
            at = (int)Math.Min(end, archive.Length);
            if (name == "TRAILER!!!")
                return at;
            if (name.Contains(".ko", StringComparison.Ordinal))
                names.Add(ModuleIndexes.ModuleNameOfFile(name));
        }
        return archive.Length;
    }

    private static long Number(ReadOnlySpan<byte> archive, int at) =>
        long.TryParse(ByteText.FromBytes(archive.Slice(at, 8)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long number) ? number : -1;
}
