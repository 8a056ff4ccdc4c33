using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Loading;

/// <summary>Whole kernels: each of its own modules loads, whatever is there of the kernel; what several sources say of one kernel agrees.</summary>
public class KernelModulesTests
{
    public static TheoryData<string> All => ["5.10", "6.1", "6.12", "7.x"];

    [Theory]
    [MemberData(nameof(All))]
    public void All_modules_of_a_kernel_load_into_it(string kernel)
    {
        string[] files = Specimen.Files(kernel);
        // Decompressing all of a kernel takes five seconds of a processor.
        if (kernel is "6.12" or "7.x" && Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1")
            files = [.. files.Where((_, i) => i % 8 == 0)];
        bool verifies = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";
        InspectedModule?[][] modules = new ModuleInspector(new Disk(), [(Specimen.Offer(kernel), verifies ? Specimen.Keys(kernel) : null)]).Read(files, out Diagnostic?[] problems);
        Assert.All(problems, Assert.Null);
        LoadVerdict[] verdicts = new LoadCheck(Specimen.Offer(kernel), LoadConditions.Usual, [.. modules.Select(seen => seen[0]!)]).Run();
        Assert.All(verdicts, verdict => Assert.True(verdict.Outcome == LoadOutcome.Loads || verdict.Taints is [Taint.Staging or Taint.Test, ..],
            $"{verdict.Path}: {verdict.Outcome}: {string.Join("; ", verdict.Problems.Select(problem => problem.Detail))} {string.Join("; ", verdict.Missing)}"));
        if (verifies)
            Assert.All(verdicts, verdict => Assert.DoesNotContain(verdict.Notes, note => note.Contains("not verified", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("5.10", 5000)]
    [InlineData("6.1", 5000)]
    [InlineData("6.12", 5000)]
    [InlineData("7.x", 5000)]
    public void An_image_offers_the_same_symbols_as_the_header_tree(string kernel, int atLeast)
    {
        string symvers = $"{Specimen.Cache}/kernels/{kernel}/build/Module.symvers";
        Assert.SkipWhen(!File.Exists(symvers), $"tests/setup/kernels.sh {kernel}");
        KernelOffer offer = Specimen.Offer(kernel);
        Assert.SkipWhen(!new DirectoryInfo($"{Specimen.Cache}/kernels/{kernel}/build").ResolveLinkTarget(true)!.FullName.EndsWith(offer.Release!.Value, StringComparison.Ordinal), "image and headers are of different releases");
        ExportTable tree = SymbolVersionsFile.Read(new Disk(), symvers, offer.HasVersions == true)!;
        int compared = 0;
        foreach (string line in File.ReadLines(symvers))
        {
            string[] columns = line.Split('\t');
            if (columns[2] != "vmlinux")
                continue;
            compared++;
            byte[] name = ByteText.ToBytes(columns[1]);
            Assert.True(offer.Exports!.Value.TryFind(name, out KernelExport own), columns[1]);
            Assert.True(tree.TryFind(name, out KernelExport listed));
            Assert.Equal(listed, own);
            Assert.Equal((columns[3].EndsWith("_GPL", StringComparison.Ordinal), columns[4]), (own.IsGplOnly, own.Namespace));
        }
        Assert.True(compared > atLeast, $"{compared}");
        Assert.Equal(compared, offer.Exports!.Value.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_images_own_facts_are_those_of_its_modules(string kernel)
    {
        KernelOffer offer = Specimen.Offer(kernel);
        KernelImage image = offer.Image!;
        ModuleFacts sample = offer.Modules!.Sample()!;
        Assert.Equal(sample.Vermagic, image.Vermagic(image.Release!));
        Assert.Equal(sample.StructSize, BtfStructs.SizeOf(image.Elf.Content(image.Section(".BTF"u8)), "module"u8));
        Assert.Equal(File.ReadAllText($"{Specimen.Cache}/images/{kernel}/release").Trim(), image.Release);
        Assert.True(Specimen.Keys(kernel).Count > 0);
    }

    [Theory]
    [InlineData("5.10", false, false, false)]
    [InlineData("6.1", false, false, false)]
    [InlineData("6.12", true, false, false)]
    [InlineData("7.x", true, true, true)]
    public void Properties_are_read_from_the_image(string kernel, bool structSize, bool extended, bool flags)
    {
        LoaderTraits traits = Specimen.Offer(kernel).Traits, byRelease = new(Specimen.Offer(kernel).Release!.Value, null);
        Assert.Equal((structSize, extended, flags), (traits.Has(LoaderTrait.StructSizeChecked), traits.Has(LoaderTrait.ExtendedVersions), traits.Has(LoaderTrait.ExportFlags)));
        // A kernel that refuses such type information has no use for the message, nor the message.
        foreach (LoaderTrait trait in Enum.GetValues<LoaderTrait>().Where(trait => trait != LoaderTrait.MismatchSaidOnce || Specimen.Offer(kernel).IsYes("MODULE_ALLOW_BTF_MISMATCH") == true))
            Assert.True(traits.Has(trait) == byRelease.Has(trait), $"{trait}: {traits.Has(trait)} in the image");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Exports_of_modules_are_those_of_the_header_tree(string kernel)
    {
        string symvers = $"{Specimen.Cache}/kernels/{kernel}/build/Module.symvers";
        Assert.SkipWhen(!File.Exists(symvers), $"tests/setup/kernels.sh {kernel}");
        Dictionary<string, string[]> listed = File.ReadLines(symvers).Select(line => line.Split('\t')).ToDictionary(columns => columns[1], StringComparer.Ordinal);
        int compared = 0;
        foreach (string name in (string[])["fat", "mii", "cdrom", "parport", "libphy", "usbcore", "scsi_mod", "cfg80211", "drm", "snd", "iio", "industrialio", "nvme-core"])
        {
            if (!Specimen.Files(kernel).Any(file => file.Contains($"/{name}.ko", StringComparison.Ordinal)))
                continue;
            foreach (ModuleExport export in Specimen.Of(kernel, name).Inspect().Facts.Exports)
            {
                string[] columns = listed[export.Name];
                Assert.Equal((columns[3], columns[4]), (export.IsGplOnly ? "EXPORT_SYMBOL_GPL" : "EXPORT_SYMBOL", export.Namespace));
                if (Specimen.Offer(kernel).HasVersions == true)
                    Assert.Equal(columns[0], $"0x{export.Crc:x8}");
                compared++;
            }
        }
        Assert.True(compared > 500, $"{compared}");
    }

    [Fact]
    public void Without_CRCs_nothing_is_said_to_load()
    {
        Specimen specimen = Specimen.Signed("6.1", "vfat");
        KernelOffer offer = Specimen.Offer("6.1") with { Exports = null, HasModuleExports = false };
        LoadVerdict verdict = new LoadCheck(offer, LoadConditions.Usual, [specimen.Inspect()]).Run()[0];
        Assert.Equal(LoadOutcome.CannotTell, verdict.Outcome);
        Assert.Equal(["the kernel's CRCs (Module.symvers, or its image)", "the symbols that the kernel exports (Module.symvers, or its image)"], verdict.Missing);
    }

    [Fact]
    public void A_header_tree_alone_tells_as_much()
    {
        string tree = $"{Specimen.Cache}/kernels/6.1/build";
        Assert.SkipWhen(!File.Exists(tree + "/Module.symvers"), "tests/setup/kernels.sh 6.1");
        KernelTree read = new KernelTreeReader(new Disk(), new ProgramRunner(new Disk()), ProcessContext.Environment()).Read(tree);
        KernelOffer offer = new KernelOfferReader(new Disk()).Read(new KernelPlaces(tree, read, null, null, null)).Value;
        Assert.Equal(Specimen.Offer("6.1").Vermagic!.Value.Text, offer.Vermagic!.Value.Text);
        LoadVerdict verdict = new LoadCheck(offer, LoadConditions.Usual, [Specimen.Signed("6.1", "vfat").Inspect()]).Run()[0];
        Assert.Equal((LoadOutcome.Loads, "fat"), (verdict.Outcome, string.Join(' ', verdict.LoadFirst)));
    }
}
