using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Loading;

/// <summary>
/// What oot asks of a kernel's image, as an image of its own that answers all of it in the same way: the sections with exports and types, and in <c>.rodata</c> the texts that are looked for,
/// as far as they are in the kernel, with the certificates. A tenth of the kernel, and nothing to unpack.
/// </summary>
internal static class ImageExtract
{
    private static readonly string[] Sections = ["__ksymtab", "__ksymtab_gpl", "__kcrctab", "__kcrctab_gpl", "__kflagstab", "__ksymtab_strings", ".BTF"];

    /// <summary>All that is looked for, in words: an extract that was made for other questions has not the same.</summary>
    internal static string Questions => string.Join('\n', Sections.Concat(LoaderTraitTable.Signs.Select(sign => sign.InImage)));

    /// <summary>Makes it; null for an image that does not say its release, whose other answers depend on what is asked.</summary>
    internal static byte[]? Of(KernelImage image)
    {
        if (image.Release is not string release)
            return null;
        byte[] texts = Texts(image, release);
        return image.Elf.HasMagic && image.Elf.HasHeader
            ? ElfExtract.Of(image.Elf, (".rodata", texts), [.. Sections.Select(name => (name, image.Section(ByteText.ToBytes(name)))).Where(section => image.Elf.HasContent(section.Item2))])
            : texts;
    }

    private static byte[] Texts(KernelImage image, string release)
    {
        using var texts = new MemoryStream();
        // No kernel without a header begins like an ELF file.
        texts.WriteByte(0);
        texts.Write(ByteText.ToBytes($"Linux version {release} \0"));
        if (image.Vermagic(release) is string vermagic)
            texts.Write(ByteText.ToBytes(vermagic + "\0"));
        ReadOnlySpan<byte> searched = LoaderTraits.TextsOf(image);
        foreach (LoaderTraitSign sign in LoaderTraitTable.Signs)
        {
            byte[] text = ByteText.ToBytes(sign.InImage);
            if (searched.IndexOf(text) >= 0)
                texts.Write([.. text, 0]);
        }
        texts.Write(image.PackedConfiguration);
        foreach (Range certificate in KernelKeys.CertificatesIn(image.Bytes))
            texts.Write(image.Bytes[certificate]);
        return texts.ToArray();
    }
}
