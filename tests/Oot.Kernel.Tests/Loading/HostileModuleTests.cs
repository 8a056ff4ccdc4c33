using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;
using Xunit;

namespace Oot.Kernel.Tests.Loading;

/// <summary>Files that want to do harm: whatever is in them, there is an answer, soon and in little memory.</summary>
public class HostileModuleTests
{
    [Theory]
    [InlineData("6.1", "vfat")]
    [InlineData("6.12", "mii")]
    [InlineData("7.x", "mii")]
    public void Fuzzed_modules_have_a_verdict(string kernel, string name)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), out int given) ? given : 20240611;
        double seconds = double.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SECONDS"), out double longer) ? longer / 4 : 2;
        var random = new Random(seed);
        byte[] good = Specimen.Signed(kernel, name).Bytes;
        KernelOffer offer = Specimen.Offer(kernel);
        long end = Environment.TickCount64 + (long)(seconds * 1000);
        int headers = (int)new ModuleImage(good, good.Length).Elf.SectionTable;
        for (int round = 0; Environment.TickCount64 < end; round++)
        {
            byte[] bytes = (byte[])good.Clone();
            int length = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            for (int changes = random.Next(1, 24); changes > 0; changes--)
            {
                // Mostly where it hurts: the header, the section headers, the end.
                int at = random.Next(4) switch { 0 => random.Next(64), 1 => Math.Min(headers + random.Next(64 * 60), bytes.Length - 1), 2 => bytes.Length - 1 - random.Next(800), _ => random.Next(bytes.Length) };
                bytes[at] = random.Next(3) switch { 0 => 0xff, 1 => 0, _ => (byte)random.Next(256) };
            }
            try
            {
                var image = new ModuleImage(bytes, length);
                ModuleFacts facts = ModuleFacts.Read("fuzzed.ko", image, CompressionKind.None);
                LoadVerdict verdict = new LoadCheck(offer, LoadConditions.Usual,
                    [new InspectedModule(facts, ObjectInspection.Inspect(offer, image), Specimen.Keys(kernel).Verify(bytes.AsSpan(0, length), image.SignatureBlock, facts.Signer))]).Run()[0];
                Assert.True(verdict.Outcome != LoadOutcome.Refused || verdict.Errno > 0);
                _ = KmodInformation.Read(bytes, length, []);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {e}");
            }
        }
    }

    [Theory]
    [InlineData("6.1-cloud")]
    [InlineData("7.x-cloud")]
    public void Fuzzed_kernels_end_in_an_answer(string kernel)
    {
        int seed = FuzzSettings.Seed;
        var random = new Random(seed);
        byte[] good = ImageExtract.Of(Specimen.Offer(kernel).Image!)!;
        using var directory = new TemporaryDirectory();
        string path = directory.Path + "/vmlinux";
        long end = Environment.TickCount64 + Math.Max(3000, FuzzSettings.Seconds * 125);
        int headers = (int)new Oot.Elf.ElfObject(good, good.Length).SectionTable;
        for (int round = 0; Environment.TickCount64 < end; round++)
        {
            byte[] bytes = good[..(random.Next(4) == 0 ? random.Next(good.Length) : good.Length)];
            for (int changes = bytes.Length == 0 ? 0 : random.Next(1, 24); changes > 0; changes--)
            {
                int at = random.Next(3) switch { 0 => random.Next(64), 1 => headers + random.Next(64 * 12), _ => random.Next(bytes.Length) };
                bytes[Math.Min(at, bytes.Length - 1)] = random.Next(3) switch { 0 => 0xff, 1 => 0, _ => (byte)random.Next(256) };
            }
            File.WriteAllBytes(path, bytes);
            try
            {
                if (!new KernelOfferReader(new Disk()).Read(new KernelPlaces("fuzzed", null, null, path, null)).Succeeded(out KernelOffer? offer, out _))
                    continue;
                _ = (offer.Types.Value, ImageExtract.Of(offer.Image!), KernelKeys.Of(offer.Image, []).Count, offer.Image!.Configuration());
                Assert.Single(Specimen.Of(kernel, "nls_utf8").CheckOn(offer));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {e}");
            }
        }
    }

    [Theory]
    [InlineData("xz", "xz-utils")]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip", "gzip")]
    public void Bombs_end_at_the_limit(string program, string package)
    {
        using var directory = new TemporaryDirectory();
        string bomb = directory.Path + "/bomb.ko";
        ProgramResult made = new ProgramRunner(new Disk()).Run(new ProgramRequest("/bin/sh", ["-c", $"head -c 700000000 /dev/zero | {program} -1 >'{bomb}'"], ProcessContext.Environment()));
        Assert.SkipWhen(made.ExitCode != 0, $"apt-get install {package}");
        var content = new FileContent(new Disk());
        Expansion expansion = content.Read(bomb, ModuleReading.LargestModule, out int errno);
        Assert.Equal((ExpansionStatus.TooLarge, 0), (expansion.Status, errno));
        Assert.Equal($"cannot read '{bomb}' as a kernel module: it has more than 512 MiB", ModuleReading.Problem(bomb, expansion, errno).Message);
    }

    [Theory]
    [InlineData("xz")]
    [InlineData("zstd")]
    [InlineData("gzip")]
    public void Damaged_compression_is_said(string program)
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Path + "/m.ko";
        ProgramResult made = new ProgramRunner(new Disk()).Run(new ProgramRequest("/bin/sh", ["-c", $"seq 200000 | {program} >'{path}'"], ProcessContext.Environment()));
        Assert.SkipWhen(made.ExitCode != 0, program);
        byte[] good = File.ReadAllBytes(path);
        var random = new Random(7);
        for (int round = 0; round < 200; round++)
        {
            byte[] bytes = good[..(round % 2 == 0 ? random.Next(6, good.Length) : good.Length)];
            for (int changes = round % 2 * 3; changes > 0; changes--)
                bytes[random.Next(6, bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, bytes);
            Expansion expansion = new FileContent(new Disk()).Read(path, 1 << 24, out _);
            Assert.True(expansion.Status is ExpansionStatus.Damaged or ExpansionStatus.TooLarge || program == "gzip" || expansion.Status == ExpansionStatus.Done, $"{expansion}");
        }
        File.WriteAllBytes(path, good);
        Assert.Equal(ExpansionStatus.Done, new FileContent(new Disk()).Read(path, 1 << 24, out _).Status);
    }
}
