using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;
using Oot.Kernel.Tests.Loading;
using Xunit;

namespace Oot.Kernel.Tests.Booting;

/// <summary>What modules wish for, in the plan of a trial.</summary>
public class SoftDependenciesTests
{
    [Fact]
    public void Wishes_are_read_as_modprobe_reads_them()
    {
        ModuleFacts facts = Specimen.Signed("6.1", "vfat").Inspect().Facts with { SoftDependencies = ["pre: a-b c post: d", "post: e", "f"] };
        (IReadOnlyList<string> before, IReadOnlyList<string> after) = SoftDependencies.Of(facts);
        Assert.Equal(("a_b c", "d e"), (string.Join(' ', before), string.Join(' ', after)));
    }

    [Fact]
    public void Wishes_are_loaded_with_what_they_need_where_the_kernel_has_them()
    {
        KernelOffer kernel = Specimen.Offer("6.1");
        InspectedModule module = Specimen.Signed("6.1", "nls_utf8").Inspect();
        module = module with { Facts = module.Facts with { SoftDependencies = ["pre: vfat nosuch post: mii"] } };
        LoadVerdict[] verdicts = new LoadCheck(kernel, LoadConditions.Usual, [module]).Run();
        Assert.Equal("fat* vfat* nls_utf8 mii*", Plan(true));
        Assert.Equal("nls_utf8", Plan(false));

        string Plan(bool grants) => string.Join(' ', new TrialPlanner(new Disk(), kernel, [], LoadFlags.None) { GrantsWishes = grants }.Plan([module], verdicts).Value
            .Select(planned => planned.Name + (planned.IsOptional ? "*" : "")));
    }
}
