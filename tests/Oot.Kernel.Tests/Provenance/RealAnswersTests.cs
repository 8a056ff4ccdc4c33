using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>Each answer about Debian's kernels: what their Module.symvers and configurations say, the shipped maps, and a whole tree's sources.</summary>
public sealed class RealAnswersTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    private static readonly ShippedMaps Shipped = new();

    [Fact]
    public void What_is_exported_is_told_as_Module_symvers_has_it()
    {
        ExplainedKernel kernel = Kernel("6.1-cloud");
        string[] lines = kernel.SymbolVersions!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] some = [.. lines.Where((_, i) => i % 97 == 0), .. lines.Where(static line => line.Split('\t')[4].Length > 0).Take(10)];
        Assert.InRange(some.Length, 80, 400);
        SymbolExplanation[] answers = Explain(kernel, [.. some.Select(static line => line.Split('\t')[1])]);
        foreach ((string line, SymbolExplanation answer) in some.Zip(answers))
        {
            string[] columns = line.Split('\t');
            string owner = columns[2] == "vmlinux" ? "the kernel" : columns[2];
            string expected = $"{columns[1]}: exported by {owner}{(columns[3] == "EXPORT_SYMBOL_GPL" ? ", for GPL-compatible modules" : "")}{(columns[4].Length > 0 ? ", in the namespace " + columns[4] : "")}, CRC {columns[0]}: the problem is elsewhere";
            Assert.Equal(expected, Summary(answer));
        }
    }

    [Fact]
    public void What_the_cloud_flavour_lacks_is_an_option_that_is_off()
    {
        ExplainedKernel cloud = Kernel("6.1-cloud"), generic = Kernel("6.1");
        HashSet<string> here = [.. NamesIn(cloud)];
        string[] lacking = [.. NamesIn(generic).Where(name => !here.Contains(name)).Where(static (_, i) => i % 61 == 0)];
        Assert.True(lacking.Length > 50);
        SymbolExplanation[] answers = Explain(cloud, lacking);
        Assert.All(answers, static answer => Assert.True(answer.Verdict == SymbolVerdict.OptionOff, Summary(answer)));
        Assert.True(answers.Count(static answer => answer.Candidates[0].Needs.Count > 0) > answers.Length * 0.95);
    }

    [Fact]
    public void With_the_configuration_of_another_flavour_the_module_is_not_in_this_one()
    {
        ExplainedKernel mixed = Kernel("6.1-cloud") with { Configuration = Kernel("6.1").Configuration };
        SymbolExplanation answer = Explain(mixed, ["video_ioctl2"])[0];
        Assert.Equal("video_ioctl2: its options are on, but the module drivers/media/v4l2-core/videodev is not in this kernel's build", Summary(answer));
        Assert.Contains(Details(answer), static line => line.Contains("another flavour's (Debian: linux-image-amd64 has modules that linux-image-cloud-amd64 lacks)", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_trimmed_names_the_line_of_the_whitelist()
    {
        ExplainedKernel whole = Kernel("6.1");
        string kept = string.Concat(whole.SymbolVersions!.Split('\n').Where(static line => !line.Contains("\tvideo_ioctl2\t", StringComparison.Ordinal)).Select(static line => line + "\n"));
        var trimmed = whole with { SymbolVersions = kept, Configuration = KernelConfiguration.Parse(File.ReadAllText(ConfigurationFile("6.1")) + "CONFIG_TRIM_UNUSED_KSYMS=y\n") };
        SymbolExplanation answer = Explain(trimmed, ["video_ioctl2"])[0];
        Assert.Equal("video_ioctl2: built, but its export was dropped (CONFIG_TRIM_UNUSED_KSYMS=y)", Summary(answer));
        Assert.Contains("add a line `video_ioctl2` to the file that CONFIG_UNUSED_KSYMS_WHITELIST names, and build the kernel anew", Details(answer));
        Assert.Contains(Details(answer), static line => line.Contains("users of a distribution's kernel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("complete_and_exit", "complete_and_exit: not exported by 6.12.95, but by 5.10.223")]
    [InlineData("__arm_smccc_smc", "__arm_smccc_smc: exported only on arm, arm64")]
    [InlineData("vb2_init_queue", "vb2_init_queue: exported by none of the versions that oot knows (5.10, 6.1, 6.12, 7.3); did you mean vb2_queue_init or vb2_core_queue_init?")]
    [InlineData("kallsyms_lookup_name", "kallsyms_lookup_name: exported by none of the versions that oot knows (5.10, 6.1, 6.12, 7.3); it was until 5.6")]
    public void What_this_kernel_never_has_is_told_with_who_does(string symbol, string expected) => Assert.Equal(expected, Summary(Explain(Kernel("6.12"), [symbol])[0], "6.12.95"));

    [Fact]
    public void What_is_defined_and_not_exported_names_the_place()
    {
        string source = $"{Cache}/whole-sources/6.12";
        Assert.SkipUnless(File.Exists(source + "/init/main.c"), "tests/setup/kernel-sources.sh --whole 6.12");
        ProvenanceIndex map = Shipped.Open("6.12.95")!;
        SymbolExplanation answer = new SymbolExplainer(Kernel("6.12"), map, Shipped, new DefinitionSearch(new Disk(), source + "/", "x86")).Explain(["kallsyms_lookup_name"])[0];
        Assert.Equal("kallsyms_lookup_name: defined, but not exported to modules in any configuration; it was until 5.6", Summary(answer));
        string[] place = answer.Definition!.Split(':');
        Assert.Contains("kallsyms_lookup_name(", File.ReadLines($"{source}/{place[0]}").ElementAt(int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture) - 1), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_for_some_modules_only_names_those_of_the_build()
    {
        ExplainedKernel kernel = Kernel("7.x");
        var judge = new ConfigurationJudge(kernel.Configuration!, "x86");
        ProvenanceIndex map = Shipped.Open(Shipped.For(kernel.Release)!)!;
        int told = 0;
        foreach (string[] columns in kernel.SymbolVersions!.Split('\n').Select(static line => line.Split('\t')).Where(static columns => columns.Length > 4 && columns[4].StartsWith("module:", StringComparison.Ordinal)))
        {
            IEnumerable<string> spaces = map.OriginsOf(map.Find(columns[1])).Where(origin => origin.Placements.Any(placement => judge.IsBuilt(origin, placement) == true)).Select(static origin => origin.Namespace).Distinct();
            Assert.Equal(columns[4], Assert.Single(spaces));
            told++;
        }
        Assert.True(told > 0);
    }

    private static SymbolExplanation[] Explain(ExplainedKernel kernel, string[] symbols) => new SymbolExplainer(kernel, Shipped.Open(Shipped.For(kernel.Release)!)!, Shipped, null).Explain(symbols);

    private static string Summary(SymbolExplanation answer) => Summary(answer, "6.1.176");

    private static string Summary(SymbolExplanation answer, string version) => new ExplanationLines(version).Summary(answer);

    private static IReadOnlyList<string> Details(SymbolExplanation answer) => new ExplanationLines("6.1.176").Details(answer);

    private static IEnumerable<string> NamesIn(ExplainedKernel kernel) => kernel.SymbolVersions!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t')[1]);

    private static string ConfigurationFile(string name) => $"{Cache}/kernels/{name}/build/include/config/auto.conf";

    private static ExplainedKernel Kernel(string name)
    {
        string exports = $"{Cache}/kernels/{name}/build/Module.symvers";
        Assert.SkipUnless(File.Exists(exports), "tests/setup/kernels.sh " + name);
        string series = name.Split('-')[0];
        return new ExplainedKernel((series == "7.x" ? "7.3" : series) + ".0", "x86", KernelConfiguration.Read(new Disk(), ConfigurationFile(name)), File.ReadAllText(exports));
    }
}
