using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot build --explain</c> with real kernels: what is said after each kind of change.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly RunningOot oot = new();

    public ExplainTests()
    {
        oot.Root.Write("m/Kbuild", "obj-m := pair.o\npair-y := one.o two.o\nccflags-y := -DNUMBER=1 $(FLAGS)\nccflags-$(CONFIG_LOUD) += -DLOUD\n");
        oot.Root.Write("m/one.c", "#include <linux/module.h>\n#include \"shared.h\"\nint two(void);\nint one(void) { return two() + SHARED; }\nMODULE_LICENSE(\"GPL\");\nMODULE_DESCRIPTION(\"a test\");\n");
        oot.Root.Write("m/two.c", "int two(void);\nint two(void) { return NUMBER; }\n");
        oot.Root.Write("m/shared.h", "#define SHARED 1\n");
    }

    public void Dispose() => oot.Dispose();

    private static string Cache => Environment.GetEnvironmentVariable("OOT_TEST_CACHE")
        ?? (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache") + "/oot-test";

    /// <summary>The lines that say why; all else is kbuild's.</summary>
    private Dictionary<string, string> Explain(string kernel, params string[] words)
    {
        string tree = $"{Cache}/kernels/{kernel}/build";
        Assert.SkipUnless(Directory.Exists(tree), $"no kernel {kernel}: tests/setup/kernels.sh {kernel}");
        ProgramResult result = oot.Run(["build", "m", "-k", tree, "-j1", "--explain", "CONFIG_DEBUG_INFO_BTF_MODULES=", .. words]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Error.Split('\n').Where(line => line.StartsWith("oot: ", StringComparison.Ordinal) && !line.StartsWith("oot: building", StringComparison.Ordinal))
            .Select(line => line["oot: ".Length..].Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    private void Touch(string name) => File.SetLastWriteTimeUtc($"{oot.Root.Path}/m/{name}", DateTime.UtcNow);

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.12")]
    public void Says_what_was_newer_and_what_a_command_now_has(string kernel)
    {
        Dictionary<string, string> first = Explain(kernel);
        foreach (string target in (string[])["pair.mod", "one.o", "two.o", "pair.o", "modules.order", "Module.symvers", "pair.mod.o", "pair.ko"])
            Assert.Equal("does not exist", first[target]);

        Assert.Equal(["nothing to do"], Explain(kernel).Keys);

        Touch("two.c");
        Dictionary<string, string> source = Explain(kernel);
        Assert.Equal("two.c is newer", source["two.o"]);
        Assert.Equal("two.o is newer", source["pair.o"]);
        Assert.DoesNotContain("one.o", source.Keys);
        Assert.Equal("pair.o is newer", source["pair.ko"].Replace("pair.o, pair.mod.o are", "pair.o is", StringComparison.Ordinal));

        Touch("shared.h");
        Dictionary<string, string> header = Explain(kernel);
        Assert.Equal("shared.h is newer", header["one.o"]);
        Assert.DoesNotContain("two.o", header.Keys);

        Dictionary<string, string> flag = Explain(kernel, "FLAGS=-DMORE=1");
        Assert.Equal("its command has changed: now with -DMORE=1", flag["one.o"]);
        Assert.Equal("its command has changed: now with -DMORE=1", flag["two.o"]);
        Dictionary<string, string> other = Explain(kernel, "FLAGS=-DMORE=2");
        Assert.Equal("its command has changed: now with -DMORE=2, without -DMORE=1", other["one.o"]);

        Dictionary<string, string> option = Explain(kernel, "FLAGS=-DMORE=2", "CONFIG_LOUD=y");
        Assert.Equal("its command has changed: now with -DLOUD", option["two.o"]);
        Assert.Equal("its command has changed: now without -DLOUD", Explain(kernel, "FLAGS=-DMORE=2")["two.o"]);

        File.Delete(oot.Root.Path + "/m/two.o");
        Dictionary<string, string> deleted = Explain(kernel, "FLAGS=-DMORE=2");
        Assert.Equal("does not exist", deleted["two.o"]);
        Assert.Equal("two.o is newer", deleted["pair.o"]);

        File.Delete(oot.Root.Path + "/m/.two.o.cmd");
        Assert.Equal("the command that made it is not recorded", Explain(kernel, "FLAGS=-DMORE=2")["two.o"]);

        oot.Root.Write("m/one.c", "int two(void);\nint one(void) { return two(); }\n#include <linux/module.h>\nMODULE_LICENSE(\"GPL\");\nMODULE_DESCRIPTION(\"a test\");\n");
        File.Delete(oot.Root.Path + "/m/shared.h");
        // 6.1 has .SECONDARY without names, for which a header that is gone is like an intermediate file that is not needed.
        Assert.Equal(kernel == "6.1" ? "one.c is newer" : "one.c is newer; shared.h is gone", Explain(kernel, "FLAGS=-DMORE=2")["one.o"]);
        Assert.Equal(["nothing to do"], Explain(kernel, "FLAGS=-DMORE=2").Keys);
    }

    [Fact]
    public void Json_has_the_reasons_in_the_report()
    {
        Explain("6.1");
        Touch("two.c");
        ProgramResult result = oot.Run("build", "m", "-k", Cache + "/kernels/6.1/build", "--explain", "--json", "CONFIG_DEBUG_INFO_BTF_MODULES=", "FLAGS=-DX");
        Assert.DoesNotContain("oot: two.o", result.Error);
        JsonElement explanations = JsonDocument.Parse(result.Output).RootElement.GetProperty("kernels")[0].GetProperty("explanations");
        JsonElement two = explanations.EnumerateArray().Single(e => e.GetProperty("target").GetString() == oot.Root.Path + "/m/two.o");
        Assert.Equal("""[{"kind":"Newer","names":["@/two.c"]},{"kind":"Command","added":["-DX"],"removed":[]}]""".Replace("@", oot.Root.Path + "/m", StringComparison.Ordinal),
            JsonSerializer.Serialize(two.GetProperty("reasons")).Replace(" ", "", StringComparison.Ordinal));
    }
}
