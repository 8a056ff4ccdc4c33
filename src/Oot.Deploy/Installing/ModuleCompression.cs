using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Trees;

namespace Oot.Deploy.Installing;

/// <summary>How a kernel's modules are compressed, so that a new one is like them.</summary>
/// <param name="Extension"><c>.ko</c>, <c>.ko.gz</c>, <c>.ko.xz</c>, <c>.ko.zst</c>.</param>
/// <param name="Program">What compresses; empty for nothing.</param>
/// <param name="Arguments">Its words before the file's name, as the kernel's own rules have them (scripts/Makefile.modinst).</param>
/// <param name="Package">Who has the program.</param>
public sealed record ModuleCompression(string Extension, string Program, IReadOnlyList<string> Arguments, string Package)
{
    /// <summary>Not at all.</summary>
    public static readonly ModuleCompression None = new(".ko", "", [], "");

    private static readonly (CompressionKind Kind, ModuleCompression Value)[] All =
    [
        (CompressionKind.Gzip, new(".ko.gz", "gzip", ["-n", "-f"], "gzip")),
        (CompressionKind.Xz, new(".ko.xz", "xz", ["--check=crc32", "--lzma2=dict=1MiB", "-f"], "xz-utils")),
        (CompressionKind.Zstandard, new(".ko.zst", "zstd", ["-T0", "--rm", "-f", "-q"], "zstd")),
    ];

    /// <summary>As the kernel's own modules are: what their content says, not their names; by the configuration where the kernel has none.</summary>
    public static ModuleCompression Of(IDisk disk, string directory, KernelConfiguration? configuration)
    {
        Span<byte> start = stackalloc byte[8];
        if (disk.Read(directory + "/modules.dep", out string text) == 0)
        {
            foreach (string line in text.Split('\n'))
            {
                int colon = line.IndexOf(':');
                if (colon < 0 || !line.StartsWith("kernel/", StringComparison.Ordinal))
                    continue;
                if (disk.ReadStart($"{directory}/{line[..colon]}", start, out int length) == 0)
                    return For(Decompressor.KindOf(start[..length]));
            }
        }
        if (configuration is null || (configuration["MODULE_COMPRESS_ALL"] is null && !configuration.IsYes("MODULE_COMPRESS")))
            return None;
        return For(configuration.IsYes("MODULE_COMPRESS_GZIP") ? CompressionKind.Gzip : configuration.IsYes("MODULE_COMPRESS_XZ") ? CompressionKind.Xz
            : configuration.IsYes("MODULE_COMPRESS_ZSTD") ? CompressionKind.Zstandard : CompressionKind.None);
    }

    private static ModuleCompression For(CompressionKind kind) => Array.Find(All, entry => entry.Kind == kind).Value ?? None;
}
