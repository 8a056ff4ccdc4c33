using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Tests.Loading;
using Oot.Kernel.Types;
using Xunit;

namespace Oot.Kernel.Tests.Types;

/// <summary>Types of whole kernels; the judge of what a structure has is <c>pahole</c> where it can read the kernel.</summary>
public class TypeComparisonTests
{
    [Theory]
    [InlineData("6.1")]
    [InlineData("6.12")]
    [InlineData("7.x")]
    public void A_kernel_has_not_changed_against_itself(string kernel)
    {
        TypeGraph types = Types(kernel);
        Assert.True(types.Count > 50_000, $"{types.Count}");
        foreach (string symbol in (string[])["module_put", "get_random_bytes", "kfree", "register_netdevice"])
        {
            Assert.True(types.Symbol(symbol) > 0, symbol);
            Assert.Empty(new TypeComparison(types, types).Of(symbol, 2));
        }
    }

    [Fact]
    public void What_changed_is_named_with_the_member()
    {
        IReadOnlyList<string> changes = new TypeComparison(Types("6.1"), Types("6.12")).Of("module_layout", 1);
        Assert.Matches("^struct module: has 896 bytes, now 1280; ", Assert.Single(changes));
        // The kernel for clouds lacks pin control, of which each device has a member.
        changes = new TypeComparison(Types("6.12"), Types("6.12-cloud")).Of("pci_save_state", 1);
        Assert.Matches("^struct device: has [0-9]+ bytes, now [0-9]+; pins is gone$", Assert.Single(changes));
        Assert.Empty(new TypeComparison(Types("6.1"), Types("6.12")).Of("no_such_symbol", 1));
    }

    [Fact]
    public void A_refusal_for_a_CRC_says_what_changed()
    {
        KernelOffer now = Specimen.Offer("6.12-cloud"), old = Specimen.Offer("6.12");
        Specimen specimen = Specimen.Of("6.12", "nvme");
        LoadVerdict verdict = new LoadCheck(now, LoadConditions.Usual, [specimen.Inspect()]).Run()[0];
        LoadVerdict explained = new TypeChanges(Source(old), Source(now)).Explain(verdict);
        Assert.Equal(verdict.Errno, explained.Errno);
        Assert.Contains(explained.Problems, problem => problem.Subject == "pci_save_state" && problem.Detail.Contains($"; since {old.Name}: struct device: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_modules_types_go_on_from_the_kernels()
    {
        // nvme_init_ctrl takes a struct nvme_ctrl and a struct device; it is nvme_core that exports it.
        KernelOffer now = Specimen.Offer("6.12-cloud"), old = Specimen.Offer("6.12");
        TypeGraph before = Source(old).GraphOf("nvme_init_ctrl")!, kernel = old.Types.Value!;
        Assert.Equal((0, true), (kernel.Symbol("nvme_init_ctrl"), before.Symbol("nvme_init_ctrl") >= kernel.Count));
        Assert.Equal(kernel.Symbol("kfree"), before.Symbol("kfree"));
        Assert.Empty(new TypeComparison(before, before).Of("nvme_init_ctrl", 2));
        LoadVerdict verdict = new LoadCheck(now, LoadConditions.Usual, [Specimen.Of("6.12", "nvme").Inspect()]).Run()[0];
        LoadVerdict explained = new TypeChanges(Source(old), Source(now)).Explain(verdict);
        Assert.Contains(explained.Problems, problem => problem.Subject.StartsWith("nvme_", StringComparison.Ordinal) && problem.Detail.Contains($"; since {old.Name}: struct ", StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_types_end_in_an_answer()
    {
        int seed = FuzzSettings.Seed;
        var random = new Random(seed);
        byte[] good = SectionOf("6.1", ".BTF");
        TypeGraph whole = Types("6.1");
        int types = (int)BitConverter.ToUInt32(good, 12);
        long end = Environment.TickCount64 + Math.Max(3000, FuzzSettings.Seconds * 250);
        for (int round = 0; Environment.TickCount64 < end; round++)
        {
            byte[] bytes = (byte[])good.Clone();
            for (int changes = random.Next(1, 40); changes > 0; changes--)
                bytes[random.Next(4) == 0 ? random.Next(32) : random.Next(types)] = (byte)random.Next(256);
            ReadOnlyMemory<byte> cut = bytes.AsMemory(0, random.Next(8) == 0 ? random.Next(bytes.Length) : bytes.Length);
            try
            {
                _ = SplitTypes.Fault(cut.Span, whole);
                if (TypeGraph.Read(cut) is { } graph)
                    _ = new TypeComparison(whole, graph).Of("module_layout", 2);
                if (TypeGraph.Read(cut, whole) is { } split)
                    _ = new TypeComparison(whole, split).Of("module_layout", 2);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, round {round}: {e}");
            }
        }
    }

    private static SymbolTypeSource Source(KernelOffer kernel) => new(new Disk(), kernel, [], null);

    private static TypeGraph Types(string kernel)
    {
        TypeGraph? types = Specimen.Offer(kernel).Types.Value;
        Assert.NotNull(types);
        return types;
    }

    private static byte[] SectionOf(string kernel, string name)
    {
        KernelImage image = Specimen.Offer(kernel).Image!;
        return image.Elf.Content(image.Section(ByteText.ToBytes(name))).ToArray();
    }
}
