using Xunit;

namespace Oot.Genksyms.Tests;

/// <summary>Real sources of each kernel: output, errors and type dump are those of the kernel's own genksyms, the versions also the distribution's.</summary>
public sealed class KernelSourceTests(ITestOutputHelper output)
{
    private static readonly string[] Few =
    [
        "fs/dcache.c", "fs/namei.c", "kernel/time/timer.c", "kernel/workqueue.c", "lib/kobject.c", "mm/slab_common.c", "mm/vmalloc.c", "net/core/skbuff.c", "net/ipv4/tcp.c",
    ];

    [Theory, InlineData("6.1"), InlineData("6.12")]
    public void Versions_of_well_known_sources_are_the_distributions(string kernel)
    {
        SourceComparison comparison = Compare(kernel, Few);
        Assert.True(comparison.AsDistributed >= 350, $"only {comparison.AsDistributed} exports are compared");
        Assert.Empty(comparison.OtherwiseDistributed);
    }

    [Theory, InlineData("5.10"), InlineData("6.1"), InlineData("6.12"), InlineData("7.x")]
    public void Versions_of_all_sources_are_the_tools(string kernel)
    {
        if (!Kernels.LongTestsAreWanted)
            Assert.Skip("a long test: OOT_LONG_TESTS=1 runs it");
        SourceComparison comparison = Compare(kernel, null);
        Assert.True(comparison.Compared >= 4000, $"only {comparison.Compared} exports are compared");
    }

    private SourceComparison Compare(string kernel, IReadOnlyList<string>? files)
    {
        Kernels.Require(kernel);
        if (!Directory.Exists(KernelSources.Folder(kernel)))
            Assert.Skip($"no sources of {kernel}: tests/setup/kernel-sources.sh {kernel}");
        using var directory = new TemporaryDirectory();
        var comparison = new SourceComparison(kernel, KernelSources.Symvers(kernel));
        Parallel.ForEach(files ?? [.. KernelSources.Exporting(kernel)], new ParallelOptions { MaxDegreeOfParallelism = 2 }, (file, _, index) =>
        {
            string own = Directory.CreateDirectory(Path.Combine(directory.Path, $"{index}")).FullName;
            comparison.Compare(file, own);
            Directory.Delete(own, recursive: true);
        });
        output.WriteLine($"{kernel}: {comparison.Compared} exports as the tool's, {comparison.AsDistributed} of them as distributed, {comparison.OtherwiseDistributed.Count} distributed otherwise");
        foreach (string line in comparison.OtherwiseDistributed.Take(200))
            output.WriteLine(line);
        Assert.Empty(comparison.Differences);
        return comparison;
    }
}
