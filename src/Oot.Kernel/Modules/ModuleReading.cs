using Oot.Core;
using Oot.Elf.Compression;

namespace Oot.Kernel.Modules;

/// <summary>What keeps a module's file from being read, as words and as a diagnostic.</summary>
public static class ModuleReading
{
    /// <summary>The most that a module may have, compressed or not: the largest one of a distribution has 30 MiB.</summary>
    public const int LargestModule = 512 << 20;

    /// <summary>Why nothing came out.</summary>
    public static string Reason(Expansion expansion) => expansion.Status switch
    {
        ExpansionStatus.TooLarge => $"it has more than {LargestModule >> 20} MiB",
        ExpansionStatus.LibraryMissing => $"the library to decompress it is not installed (package {expansion.Detail})",
        _ => expansion.Detail,
    };

    /// <summary>The diagnostic of a file that could not be read.</summary>
    public static Diagnostic Problem(string path, Expansion expansion, int errno) =>
        errno == 0 && expansion.Status == ExpansionStatus.LibraryMissing ? KernelDiagnostics.NoDecompressor(path, expansion.Detail)
        : KernelDiagnostics.UnreadableModule(path, errno != 0 ? Errno.Message(errno) : Reason(expansion));
}
