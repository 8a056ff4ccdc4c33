using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot check</c> as a user calls it: words, exit codes, JSON, SARIF.</summary>
public class CheckVerbTests
{
    private static readonly string Cache = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    [Fact]
    public void A_module_that_loads_ends_with_0_and_says_what_comes_first()
    {
        using var oot = new RunningOot();
        string vfat = Module("6.1", "vfat");
        ProgramResult result = oot.Run("check", vfat, "-k", Image("6.1"));
        Assert.Equal((0, $"{vfat}: loads on {Release("6.1")}\n  load first: fat\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void Another_kernels_module_ends_with_1_the_log_and_the_fields()
    {
        using var oot = new RunningOot();
        string vfat = Module("6.1", "vfat"), release = Release("7.x");
        ProgramResult result = oot.Run("check", vfat, "-k", Image("7.x"));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{vfat}: refused on {release}\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("    kernel log: module vfat: .gnu.linkonce.this_module section size must match the kernel's built struct module size at run time\n", result.Output);
        Assert.Contains("    insmod returns: Exec format error (ENOEXEC)\n", result.Output);
        Assert.Contains("[OOT1806]", result.Output);
    }

    [Fact]
    public void Json_has_the_kernels_their_sources_and_a_verdict_a_kernel()
    {
        using var oot = new RunningOot();
        string vfat = Module("6.12", "vfat");
        ProgramResult result = oot.Run("check", "--json", vfat, "-k", Image("6.12"), "-k", Image("7.x"));
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        JsonElement root = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(2, root.GetProperty("kernels").GetArrayLength());
        JsonElement[] verdicts = [.. root.GetProperty("verdicts").EnumerateArray()];
        Assert.Equal(["loads", "refused"], verdicts.Select(verdict => verdict.GetProperty("outcome").GetString()));
        Assert.Equal((8, "ENOEXEC"), (verdicts[1].GetProperty("errno").GetInt32(), verdicts[1].GetProperty("errnoName").GetString()));
        Assert.True(verdicts[0].GetProperty("kernelReadsFile").GetBoolean());
        Assert.EndsWith("/vmlinuz", root.GetProperty("kernels")[1].GetProperty("exportsFrom").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_a_result_a_problem_and_a_rule_a_page()
    {
        using var oot = new RunningOot();
        string file = oot.Root.Path + "/out.sarif";
        Assert.Equal(1, oot.Run("check", Module("6.1", "vfat"), "-k", Image("6.12"), "--sarif", file).ExitCode);
        JsonElement run = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("runs")[0];
        Assert.Equal("OOT1806", Assert.Single(run.GetProperty("results").EnumerateArray()).GetProperty("ruleId").GetString());
        foreach (JsonElement rule in run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray())
            Assert.True(File.Exists($"{Checkout.Root}/{rule.GetProperty("helpUri").GetString()}"), $"{rule}");
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        using var oot = new RunningOot();
        string vfat = Module("6.1", "vfat");
        Assert.Equal(69, oot.Run("check", vfat, "-k", "9.9.9-none").ExitCode);
        ProgramResult nothing = oot.Run("check", vfat, "-k", oot.Root.Path);
        Assert.Equal((69, $"error: there is nothing of the kernel '{oot.Root.Path}' here: no tree, no modules, no image [OOT1308]"), (nothing.ExitCode, nothing.Error.Split('\n')[0]));
        oot.Root.Write("vmlinuz", "no kernel");
        Assert.Equal((66, "[OOT1307]"), (oot.Run("check", vfat, "-k", oot.Root.Path + "/vmlinuz") is var image ? image.ExitCode : 0, image.Error.Split('\n')[0][^9..]));
        Assert.Equal(66, oot.Run("check", oot.Root.Path + "/none.ko", "-k", Image("6.1")).ExitCode);
        Assert.Equal(66, oot.Run("check", oot.Root.Path, "-k", Image("6.1")).ExitCode);
        Assert.Equal(64, oot.Run("check", "--bogus", vfat).ExitCode);
        Assert.Equal(66, oot.Run("check", vfat, "-k", Image("6.1"), "--cert", oot.Root.Path + "/vmlinuz").ExitCode);
    }

    [Fact]
    public void A_directory_stands_for_its_modules()
    {
        using var oot = new RunningOot();
        string fat = Path.GetDirectoryName(Module("6.12", "vfat"))!;
        ProgramResult result = oot.Run("check", fat, "-k", Image("6.12"));
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith($"{Release("6.12")}: 3 load\n", result.Output, StringComparison.Ordinal);
    }

    private static string Image(string kernel)
    {
        Assert.SkipWhen(!File.Exists($"{Cache}/images/{kernel}/release"), $"tests/setup/kernel-images.sh {kernel}");
        return $"{Cache}/images/{kernel}";
    }

    private static string Release(string kernel) => File.ReadAllText(Image(kernel) + "/release").Trim();

    private static string Module(string kernel, string name) => Directory.EnumerateFiles($"{Image(kernel)}/lib/modules/", name + ".ko*", SearchOption.AllDirectories).Single();
}
