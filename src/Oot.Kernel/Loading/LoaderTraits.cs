using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Loading;

/// <summary>Which <see cref="LoaderTrait"/>s a kernel has.</summary>
public sealed class LoaderTraits
{
    private readonly bool[] has = new bool[LoaderTraitTable.Signs.Length];

    /// <param name="release">The kernel's release: <c>6.12.95+deb12-amd64</c>.</param>
    /// <param name="image">The kernel itself; null when only the release is known.</param>
    public LoaderTraits(string release, KernelImage? image)
    {
        int version = VersionOf(release);
        ReadOnlySpan<byte> texts = image is null ? [] : TextsOf(image);
        foreach (LoaderTraitSign sign in LoaderTraitTable.Signs)
            has[(int)sign.Trait] = texts.IsEmpty ? version >= sign.Since : texts.IndexOf(ByteText.ToBytes(sign.InImage)) >= 0;
    }

    /// <summary>Whether it has one.</summary>
    public bool Has(LoaderTrait trait) => has[(int)trait];

    /// <summary>Where messages are looked for in a kernel.</summary>
    internal static ReadOnlySpan<byte> TextsOf(KernelImage image)
    {
        ReadOnlySpan<byte> constants = image.ContentOf(".rodata"u8).Span;
        return constants.IsEmpty ? image.Bytes : constants;
    }

    // 6.12.95+deb12-amd64 → 6012; 0 where there is no number.
    private static int VersionOf(string release)
    {
        string[] parts = release.Split('.', '-', '+');
        return parts.Length > 1 && int.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out int major) && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out int minor)
            ? (major * 1000) + minor : 0;
    }
}
