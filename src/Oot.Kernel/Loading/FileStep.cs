using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;

namespace Oot.Kernel.Loading;

/// <summary>How the kernel gets the bytes (finit_module, fs/kernel_read_file.c, kernel/module/decompress.c), before it looks at any of them.</summary>
internal static class FileStep
{
    private const int NotSupported = 95;

    private static readonly (CompressionKind Kind, string Option, string Message)[] Kinds =
    [
        (CompressionKind.Gzip, "MODULE_COMPRESS_GZIP", "not a gzip compressed module"), (CompressionKind.Xz, "MODULE_COMPRESS_XZ", "not an xz compressed module"),
        (CompressionKind.Zstandard, "MODULE_COMPRESS_ZSTD", "not a zstd compressed module"),
    ];

    internal static bool Check(LoadTrial trial)
    {
        LoadFlags flags = trial.Conditions.Flags;
        // As a file it is too short to be read, in memory there is nothing to hand over.
        if (trial.Module.Size == 0)
            return Refuse(trial, "", Errno.InvalidArgument, "the file is empty", "Build or copy it again.");
        if (flags.HasFlag(LoadFlags.Memory) && trial.Module.Size < (trial.Kernel.Class == ElfClass.Elf64 ? 64 : 52))
            return Refuse(trial, "", Errno.ExecFormat, "the file is shorter than an ELF header", "Build or copy it again.");
        return !flags.HasFlag(LoadFlags.Compressed) || Decompress(trial);
    }

    // A kernel has one algorithm, whatever the file has.
    private static bool Decompress(LoadTrial trial)
    {
        const string Remedy = "Let user space decompress it, as insmod and modprobe do by themselves, or compress it as this kernel's own modules are.";
        if (trial.Kernel.Configuration is null)
        {
            trial.Missing.Add("the kernel's configuration (does it decompress modules, and which?)");
            return true;
        }
        if (trial.Kernel.IsYes("MODULE_DECOMPRESS") != true)
            return Refuse(trial, "", trial.Has(LoaderTrait.ElfMessages) ? NotSupported : Errno.InvalidArgument, "the kernel was built without CONFIG_MODULE_DECOMPRESS", Remedy);
        foreach ((CompressionKind kind, string option, string message) in Kinds)
        {
            if (trial.Kernel.IsYes(option) == true)
                return trial.Module.Compression == kind || Refuse(trial, message, Errno.InvalidArgument, $"the kernel decompresses {kind} only, and the file is {(trial.Module.Compression == CompressionKind.None ? "plain" : trial.Module.Compression)}", Remedy);
        }
        return true;
    }

    private static bool Refuse(LoadTrial trial, string message, int errno, string detail, string remedy)
    {
        trial.Refuse(new LoadProblem(LoadRule.FileUnread, message, errno, "", detail, remedy));
        return false;
    }
}
