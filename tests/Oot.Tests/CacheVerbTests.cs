using System.Diagnostics;
using System.Text.Json;
using Oot.Core;
using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

/// <summary><c>oot cache</c>, and what becomes of a cache that is damaged or could be written by others.</summary>
public sealed class CacheVerbTests : IDisposable
{
    private readonly RunningOot oot = new();

    public CacheVerbTests() => oot.Root.Write("Makefile", "KIND := $(shell cat kind)\nall:\n\t@:\n");

    private string Cache => oot.Root.Path + "/cache/oot/make";

    public void Dispose() => oot.Dispose();

    private void Fill()
    {
        oot.Root.Write("kind", "plain\n");
        for (int i = 0; i < 10 && !(Files("runs").Length > 0 && Files("probes").Length > 0); i++)
        {
            Thread.Sleep(50);
            Assert.Equal(0, oot.Run("make").ExitCode);
        }
    }

    private string[] Files(string kind) => Directory.Exists($"{Cache}/{kind}") ? Directory.GetFiles($"{Cache}/{kind}") : [];

    [Fact]
    public void Show_tells_what_there_is_and_clear_removes_it()
    {
        Fill();
        string[] lines = oot.Run("cache", "show").Output.Split('\n');
        Assert.Equal(Cache, lines[0]);
        Assert.Equal(["runs", "probes", "judged", "programs"], lines[1..5].Select(line => line.Split('\t')[0]));
        Assert.Matches(@"^runs\t1\t\d+ KiB$", lines[1]);
        Assert.DoesNotContain("damaged", string.Concat(lines), StringComparison.Ordinal);

        JsonElement shown = JsonDocument.Parse(oot.Run("cache", "show", "--json").Output).RootElement;
        Assert.Equal((Cache, true), (shown.GetProperty("directory").GetString(), shown.GetProperty("used").GetBoolean()));
        Assert.Equal(Files("probes").Length, shown.GetProperty("kinds")[1].GetProperty("count").GetInt32());
        Assert.Equal(Directory.GetFiles(Cache, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length), shown.GetProperty("bytes").GetInt64());

        int count = Directory.GetFiles(Cache, "*", SearchOption.AllDirectories).Length;
        Assert.Equal($"oot: {count} files removed from {Cache}\n", oot.Run("cache", "clear").Error);
        Assert.Empty(Directory.GetFiles(Cache, "*", SearchOption.AllDirectories));
        JsonElement cleared = JsonDocument.Parse(oot.Run("cache", "clear", "--json").Output).RootElement;
        Assert.Equal(0, cleared.GetProperty("bytes").GetInt64());
        Fill();
        Assert.NotEmpty(Files("runs"));
    }

    [Fact]
    public void Damaged_files_are_counted_and_told_of_with_v()
    {
        Fill();
        foreach (string path in Files("probes").Append(Files("runs")[0]))
        {
            byte[] bytes = File.ReadAllBytes(path);
            File.WriteAllBytes(path, bytes[..^3]);
        }
        int damaged = Files("probes").Length + 1;
        Assert.Contains("\t1 damaged, not used", oot.Run("cache", "show").Output, StringComparison.Ordinal);
        Assert.Equal(0, oot.Run("make").ExitCode);
        // The run has put good ones in their places, but only under the names that it asked for.
        File.WriteAllText(Cache + "/runs/0123456789abcdef", "OOTCACH1 but no more");
        string tree = FakeKernel.Create(oot.Root);
        oot.Module("m", "obj-m := x.o\n");
        ProgramResult verbose = oot.Run("build", "m", "-k", tree, "-v"), plain = oot.Run("build", "m", "-k", tree);
        Assert.Matches($"oot: [1-{damaged}] files in {Cache} are damaged and not used; `oot cache clear` removes them\n", verbose.Error);
        Assert.DoesNotContain("damaged", plain.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o+w")]
    [InlineData("g+w")]
    [InlineData("owner")]
    public void A_cache_that_others_could_write_is_not_used(string how)
    {
        Fill();
        Assert.SkipUnless(how != "owner" || Environment.IsPrivilegedProcess, "only root can give a directory away");
        string[] words = how == "owner" ? ["chown", "65534", Cache] : ["chmod", how, Cache];
        using (Process process = Process.Start(words[0], words[1..]))
            process.WaitForExit();
        // What was remembered would say that all is as it was.
        oot.Root.Write("Makefile", "all:\n\t@echo new\n");
        Assert.Equal("new\n", oot.Run("make").Output);
        Assert.StartsWith(Cache + " (not used: it is not this user's alone)\n", oot.Run("cache", "show").Output, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(oot.Run("cache", "show", "--json").Output).RootElement.GetProperty("used").GetBoolean());
        string tree = FakeKernel.Create(oot.Root);
        oot.Module("m", "obj-m := x.o\n");
        Assert.Contains($"oot: the cache {Cache} is not used: it is not this user's alone\n", oot.Run("build", "m", "-k", tree, "-v").Error, StringComparison.Ordinal);
        Assert.Single(Files("runs"));
    }

    [Fact]
    public void A_second_build_of_a_directory_waits_for_the_first()
    {
        string tree = FakeKernel.Create(oot.Root);
        // Two that run at once would both find no file, and both complain.
        oot.Root.Write("kdir/Makefile", "modules:\n\t@if test -e $(M)/busy; then echo two at once >&2; exit 1; fi; touch $(M)/busy; sleep 2; rm $(M)/busy\n" + string.Join('\n', File.ReadAllLines(tree + "/Makefile")[1..]) + "\n");
        oot.Module("m", "obj-m := x.o\n");
        var results = new ProgramResult[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => results[i] = oot.Run("build", "m", "-k", tree));
        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Output + result.Error));
        Assert.Single(results, result => result.Error.Contains($"oot: waiting for another oot that builds {oot.Root.Path}/m\n", StringComparison.Ordinal));
    }
}
