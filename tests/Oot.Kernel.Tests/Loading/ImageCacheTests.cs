using Oot.Core;
using Oot.Kernel.Loading;
using Xunit;

namespace Oot.Kernel.Tests.Loading;

/// <summary>What is kept of a kernel's image answers as the image does, and is not used where it could be wrong.</summary>
public class ImageCacheTests
{
    private static readonly Disk Disk = new();

    [Theory]
    [InlineData("5.10")]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("6.12-cloud")]
    [InlineData("7.x")]
    [InlineData("6.1-cloud-arm64")]
    public void What_is_kept_says_the_same(string kernel)
    {
        KernelPlaces places = Places(kernel);
        using var directory = new TemporaryDirectory();
        ImageCache cache = Cache(directory);
        KernelOffer whole = new KernelOfferReader(Disk).Read(places).Value, first = new KernelOfferReader(Disk, cache).Read(places).Value;
        string file = Assert.Single(cache.Files()).Path;
        long size = new FileInfo(file).Length;
        KernelOffer kept = new KernelOfferReader(Disk, cache).Read(places).Value;
        Assert.True(kept.Image!.Bytes.Length < size && size < whole.Image!.Bytes.Length / 3, $"{kept.Image.Bytes.Length} {size} {whole.Image!.Bytes.Length}");
        foreach (KernelOffer offer in (KernelOffer[])[first, kept])
        {
            Assert.Equal(
                (whole.Name, whole.Release, whole.Vermagic, whole.Machine, whole.Class, whole.StructSize, whole.Configuration?.Source, whole.Exports?.Source, whole.Exports?.Value.Count),
                (offer.Name, offer.Release, offer.Vermagic, offer.Machine, offer.Class, offer.StructSize, offer.Configuration?.Source, offer.Exports?.Source, offer.Exports?.Value.Count));
            Assert.Equal(Exports(whole), Exports(offer));
            Assert.Equal(KernelKeys.Of(whole.Image, []).Count, KernelKeys.Of(offer.Image, []).Count);
            Assert.Equal(whole.Types.Value?.Count, offer.Types.Value?.Count);
            Assert.Equal(whole.Image.Configuration() is null, offer.Image!.Configuration() is null);
            foreach (LoaderTrait trait in Enum.GetValues<LoaderTrait>())
                Assert.Equal(whole.Traits.Has(trait), offer.Traits.Has(trait));
        }
    }

    [Fact]
    public void What_is_damaged_somebody_elses_or_of_another_file_is_not_used()
    {
        using var directory = new TemporaryDirectory();
        ImageCache cache = Cache(directory);
        string image = directory.Path + "/vmlinuz";
        File.Copy(Places("6.1-cloud").Image!, image);
        File.SetLastWriteTimeUtc(image, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        int whole = KernelImage.Read(Disk, image).Value.Bytes.Length;
        // One that changed just now could again in the same tick of its clock.
        Thread.Sleep(2200);
        Assert.Equal(whole, cache.Read(image).Value.Bytes.Length);
        string file = Assert.Single(cache.Files()).Path;
        int kept = cache.Read(image).Value.Bytes.Length;
        Assert.True(kept < whole);
        byte[] good = File.ReadAllBytes(file);
        foreach (byte[] bad in (byte[][])[good[..^1], [.. good[..^1], (byte)~good[^1]], good[..10], []])
        {
            File.WriteAllBytes(file, bad);
            Assert.Equal(whole, cache.Read(image).Value.Bytes.Length);
            Assert.Equal(kept, cache.Read(image).Value.Bytes.Length);
        }
        File.SetUnixFileMode(cache.Directory, (UnixFileMode)511);
        Assert.Equal(whole, cache.Read(image).Value.Bytes.Length);
        File.SetUnixFileMode(cache.Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(file, (UnixFileMode)438);
        Assert.Equal(whole, cache.Read(image).Value.Bytes.Length);
        File.SetLastWriteTimeUtc(image, new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(whole, cache.Read(image).Value.Bytes.Length);
        Assert.Null(ImageCache.Of(Disk, ["XDG_CACHE_HOME=" + directory.Path, "OOT_CACHE=off"]));
        Assert.Null(ImageCache.Of(Disk, []));
    }

    private static ImageCache Cache(TemporaryDirectory directory) => ImageCache.Of(Disk, [$"XDG_CACHE_HOME={directory.Path}/cache"])!;

    private static KernelPlaces Places(string kernel)
    {
        Assert.SkipWhen(!File.Exists($"{Specimen.Cache}/images/{kernel}/release"), $"tests/setup/kernel-images.sh {kernel}");
        return KernelPlaces.OfPath(Disk, $"{Specimen.Cache}/images/{kernel}");
    }

    private static string[] Exports(KernelOffer offer) =>
        offer.Exports is null ? [] : [.. offer.Exports.Value.Names().Select(name => $"{name} {(offer.Exports.Value.TryFind(ByteText.ToBytes(name), out KernelExport export) ? export : default)}")];
}
