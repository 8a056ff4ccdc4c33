using Xunit;
using static Oot.Deploy.Tests.SyntheticModule;

namespace Oot.Deploy.Tests;

/// <summary>What is remembered of modules never changes a result.</summary>
public sealed class FactsCacheTests
{
    private static string Cache(TwinTree tree) => tree.At("cache/facts");

    private static SortedDictionary<string, string> Run(TwinTree tree, bool cached)
    {
        string errors = "";
        Assert.True(tree.Run(34, request => request with { CacheFile = cached ? Cache(tree) : null }, new MemoryStream(), ref errors));
        return tree.Indexes();
    }

    private static TwinTree Tree()
    {
        var tree = new TwinTree();
        tree.Write("kernel/a.ko", With(["a", "second"], [], "alias=a"));
        tree.Write("kernel/b.ko", With([], ["a"], "alias=b", "softdep=pre: a", "license=GPL"));
        tree.Write("kernel/empty.ko", "");
        // Files as young as the run are not remembered.
        foreach (string file in Directory.EnumerateFiles(tree.Own, "*.ko", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Thread.Sleep(100);
        return tree;
    }

    [Fact]
    public void Indexes_are_the_same_with_and_without_it()
    {
        using TwinTree tree = Tree();
        SortedDictionary<string, string> expected = Run(tree, cached: false);
        Assert.Equal(expected, Run(tree, cached: true));
        Assert.True(File.Exists(Cache(tree)));
        Assert.Equal(expected, Run(tree, cached: true));
    }

    [Fact]
    public void A_module_that_changed_is_read_again_whatever_its_time_of_modification_says()
    {
        using TwinTree tree = Tree();
        Run(tree, cached: true);
        string file = $"{tree.Own}/kernel/a.ko";
        DateTime time = File.GetLastWriteTimeUtc(file);
        File.WriteAllBytes(file, With(["b", "second"], [], "alias=a").Bytes());
        File.SetLastWriteTimeUtc(file, time);
        SortedDictionary<string, string> cached = Run(tree, cached: true);
        Assert.Contains("symbol:b a", cached["modules.symbols"], StringComparison.Ordinal);
        Assert.Equal(Run(tree, cached: false), cached);
    }

    [Fact]
    public void A_module_that_is_gone_is_forgotten_and_a_new_one_read()
    {
        using TwinTree tree = Tree();
        Run(tree, cached: true);
        File.Delete($"{tree.Own}/kernel/b.ko");
        tree.Write("kernel/c.ko", With([], ["second"]));
        Assert.Equal(Run(tree, cached: true), Run(tree, cached: false));
    }

    [Fact]
    public void Damage_of_any_byte_makes_it_none()
    {
        using TwinTree tree = Tree();
        SortedDictionary<string, string> expected = Run(tree, cached: true);
        byte[] good = File.ReadAllBytes(Cache(tree));
        for (int i = 0; i < good.Length; i += 3)
        {
            byte[] damaged = [.. good];
            damaged[i] ^= 0x41;
            File.WriteAllBytes(Cache(tree), i % 2 == 0 ? damaged : damaged[..i]);
            Assert.Equal(expected, Run(tree, cached: true));
        }
    }

    [Fact]
    public void What_others_could_have_written_is_not_used()
    {
        using TwinTree tree = Tree();
        Run(tree, cached: true);
        byte[] before = File.ReadAllBytes(Cache(tree));
        File.SetUnixFileMode(Cache(tree), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        Run(tree, cached: true);
        Assert.Equal(before, File.ReadAllBytes(Cache(tree)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Cache(tree)));
    }
}
