using System.Diagnostics;
using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>A whole kernel's sources against the Module.symvers and the configuration of the distribution's build of them.</summary>
public class WholeTreeTests(ITestOutputHelper output)
{
    /// <summary>Of the kernel's symbols, in percent; what is left is listed by cause in docs/design/provenance.md.</summary>
    private const double LeastMapped = 99.3;

    public static TheoryData<string> Kernels => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? ["6.12", "6.1", "5.10", "7.x"] : ["6.12"];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Symbols_map_to_the_modules_of_the_distributions_build(string name)
    {
        string cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".cache/oot-test");
        string source = $"{cache}/whole-sources/{name}", build = $"{cache}/kernels/{name}/build";
        Assert.SkipUnless(File.Exists(source + "/init/main.c"), $"tests/setup/kernel-sources.sh --whole {name}");
        Assert.SkipUnless(File.Exists(build + "/Module.symvers"), $"tests/setup/kernels.sh {name}");
        var clock = Stopwatch.StartNew();
        ProvenanceMap map = ProvenanceBuilder.Build(new Disk(), source + "/")!;
        output.WriteLine($"{name}: {map.Version}, {map.Symbols.Count} symbols in {clock.ElapsedMilliseconds} ms");
        ProvenanceIndex index = ProvenanceIndex.Open(IndexWriter.Write(map))!;
        var judge = new ConfigurationJudge(KernelConfiguration.Read(new Disk(), build + "/include/config/auto.conf")!, "x86");
        int mapped = 0, total = 0;
        var wrong = new List<string>();
        foreach (string line in File.ReadLines(build + "/Module.symvers"))
        {
            string[] fields = line.Split('\t');
            // The Rust compiler's own names: nobody writes them in a source.
            if (fields[1].StartsWith("_R", StringComparison.Ordinal) || fields[1].StartsWith("rust_", StringComparison.Ordinal))
                continue;
            total++;
            string cause = CauseOf(index, judge, fields);
            if (cause.Length == 0)
                mapped++;
            else
                wrong.Add($"{cause}: {fields[1]} ({fields[2]})");
        }
        output.WriteLine($"{mapped} of {total}: {100.0 * mapped / total:F2} %");
        foreach (string line in wrong.Order(StringComparer.Ordinal).Take(60))
            output.WriteLine(line);
        Assert.True(mapped >= total * LeastMapped / 100, $"{mapped} of {total}");
        // A wrong answer is worse than none.
        Assert.True(wrong.Count(line => line.StartsWith("other", StringComparison.Ordinal)) <= 3, string.Join('\n', wrong));
    }

    /// <summary>Why a symbol of the build is not where the map has it; empty when it is.</summary>
    private static string CauseOf(ProvenanceIndex index, ConfigurationJudge judge, string[] fields)
    {
        int number = index.Find(fields[1]);
        if (number < 0)
            return "no export found";
        string owner = fields[2] == "vmlinux" ? "" : fields[2];
        bool isThere = false, isPlaced = false;
        foreach (SymbolOrigin origin in index.OriginsOf(number))
            foreach (Placement placement in origin.Placements)
            {
                isPlaced = true;
                bool? built = judge.IsBuilt(origin, placement);
                bool agrees = placement.Module == owner && origin.IsGpl == fields[3].Contains("GPL", StringComparison.Ordinal) && origin.Namespace == fields[4];
                isThere |= built != false && agrees;
                if (built == true && placement.Module != owner)
                    return "other module";
            }
        return isThere ? "" : isPlaced ? "guards are off, or another namespace" : "in no makefile";
    }
}
