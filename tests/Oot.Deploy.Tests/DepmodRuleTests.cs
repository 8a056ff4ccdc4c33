using Xunit;
using static Oot.Deploy.Tests.SyntheticModule;

namespace Oot.Deploy.Tests;

/// <summary>Each rule of depmod on modules made for it, against kmod 30 and kmod 34: every file, every message, the exit code.</summary>
public sealed class DepmodRuleTests
{
    [Fact]
    public void Dependencies_follow_the_symbols_and_come_deepest_last()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/base.ko", With(["base_one", "base_two"], []));
        tree.Write("kernel/middle.ko", With(["middle"], ["base_two", "base_one", "printk"]));
        tree.Write("kernel/other.ko", With(["other"], ["base_one", "?weak_one"]));
        tree.Write("kernel/top.ko", With([], ["other", "middle", ".base_two"]));
        tree.Write("kernel/weak.ko", With(["weak_one"], ["?middle"]));
        tree.Write("modules.order", "kernel/top.ko\nkernel/base.ko\n");
        tree.Compare();
        tree.Compare(options: ["-v"], verbosity: 1);
    }

    [Fact]
    public void Names_of_one_prefix_share_the_trees_nodes()
    {
        using var tree = new TwinTree();
        foreach (string name in new[] { "a", "ab", "abc", "abd", "a-b-c", "a_b_d", "b", "snd-hda", "snd-hda-codec", "snd_hda_core", "zz" })
            tree.Write($"kernel/{name}.ko", With([name.Replace('-', '_') + "_symbol", name + "x"], [], $"alias=of:N{name}T*C*", $"alias=pci:v0000{name}d*[0-9]x-y", "alias=dup", "alias=du-p"));
        tree.Compare();
        tree.Compare(request => request with { WarnsOfDuplicates = true }, ["-w"]);
    }

    [Fact]
    public void Of_two_files_of_one_module_updates_wins_then_the_configured_order()
    {
        using var tree = new TwinTree();
        foreach (string directory in new[] { "kernel/drivers", "extra", "updates", "updates/dkms", "weak-updates", "misc/updates" })
        {
            foreach (string name in new[] { "one", "two-three", "two_three", "four" })
                tree.Write($"{directory}/{name}.ko", With([$"{name.Replace('-', '_')}_{directory.Replace('/', '_').Replace('-', '_')}"], []));
            tree.Write($"{directory}/only-{directory.Replace('/', '-')}.ko", With([], ["one_extra", "four_kernel_drivers", "one_updates"]));
        }
        tree.Compare();
        foreach (string rule in new[]
        {
            "search extra built-in updates", "search built-in", "search weak-updates kernel/drivers", "search updates/dkms updates extra built-in\nsearch misc", "search  \t extra\tupdates", "search kernel",
            "override one * extra", "override four ^6\\\\.1 weak-updates\noverride two_three 5 extra", "override four 6[.]1|x kernel/drivers\nsearch extra built-in updates", "override one (( extra",
            "exclude extra dkms", "exclude one.ko\nsearch extra built-in", "# comment\n\n   \nsearch \\\n extra \\\n built-in\nnonsense here\noverride one\nexternal x\ninclude a\nmake_map_files no",
        })
        {
            tree.Configure("a.conf", rule + "\n");
            tree.Compare();
            tree.Compare(options: ["-vv"], verbosity: 2);
        }
    }

    [Fact]
    public void Files_of_depmod_d_are_read_by_name_and_only_conf()
    {
        using var tree = new TwinTree();
        tree.Write("extra/one.ko", With(["one_extra"], []));
        tree.Write("kernel/one.ko", With(["one_kernel"], []));
        tree.Configure("20-b.conf", "search extra built-in\n");
        tree.Configure("10-a.conf", "search built-in extra\n");
        tree.Configure("30-c.txt", "search nonsense\n");
        tree.Configure(".hidden.conf", "search nonsense\n");
        tree.Configure("dir.conf/x.conf", "search nonsense\n");
        tree.Compare();
        tree.Compare(options: ["-vv"], verbosity: 2);
    }

    [Fact]
    public void External_directories_are_searched_and_have_a_place_in_the_order()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/one.ko", With(["one_kernel"], []));
        tree.Write("extra/two.ko", With(["two_extra"], []));
        tree.WriteOutside("first/one.ko", With(["one_outside"], ["two_extra"]));
        tree.WriteOutside("first/two.ko", With(["two_outside"], []));
        tree.WriteOutside("second/one.ko", With(["one_second"], []));
        foreach (string rule in new[]
        {
            "external * @/outside/first\n", "external * @/outside/first\nsearch external built-in\n", "search extra external built-in\nexternal * @/outside/second\nexternal 6 @/outside/first\n", "external 5 @/outside/first\n",
            "external * @/outside/missing\nexternal * @/outside/second\nsearch built-in external\n",
        })
        {
            tree.Configure("a.conf", rule);
            tree.Compare();
        }
    }

    [Theory]
    [InlineData("kernel/c.ko\nkernel/a-b.ko\nkernel/b.ko\n")]
    [InlineData("kernel/a-b.ko\nkernel/c.ko\nkernel/a-b.ko\nkernel/b.ko\n")]
    [InlineData("kernel/b.ko\nkernel/missing.ko\n\nkernel/c.ko")]
    [InlineData("")]
    [InlineData("kernel/c.ko.xz\nkernel/a_b.ko\n")]
    public void The_order_is_that_of_the_list_then_of_the_table_of_names(string order)
    {
        using var tree = new TwinTree();
        foreach (string name in new[] { "a-b", "b", "c", "d", "e", "f", "g", "a.b.c" })
            tree.Write($"kernel/{name}.ko", With([], [], $"alias=x{name}", "alias=same"));
        tree.Write("modules.order", order);
        tree.Compare();
    }

    [Fact]
    public void Modules_in_a_circle_are_named_and_nothing_is_written()
    {
        foreach (string[] circle in new[] { new[] { "a>b", "b>a" }, ["a>b", "b>c", "c>a", "d>a", "c>e"], ["a>b", "b>a", "c>d", "d>c", "e>f"], ["z>y", "y>x", "x>z", "x>w"] })
        {
            using var tree = new TwinTree();
            foreach (string name in circle.SelectMany(pair => pair.Split('>')).Distinct())
                tree.Write($"kernel/{name}.ko", With([name + "_symbol"], [.. circle.Where(pair => pair[0] == name[0]).Select(pair => pair[2..] + "_symbol")]));
            tree.Compare();
        }
    }

    [Fact]
    public void A_module_that_needs_itself_is_a_circle_too()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/self.ko", With(["self_symbol"], ["self_symbol"]));
        tree.Compare();
    }

    [Fact]
    public void Soft_and_weak_dependencies_and_device_nodes_come_from_the_modules()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/a.ko", With([], [], "softdep=pre: b post: c", "weakdep=d", "alias=devname:net/tun", "alias=char-major-10-200"));
        tree.Write("kernel/b.ko", With([], [], "alias=block-major-7-3", "alias=devname:loop-x", "alias=char-major-1-2", "softdep", "alias"));
        tree.Write("kernel/c.ko", With([], [], "alias=devname:orphan", "alias=char-major-x-200", "alias=char-major-9-*"));
        tree.Write("kernel/d.ko", With([], [], "alias=open[bracket", "alias=close]bracket", "alias=fine[a-f]x-y", "alias=ok[]x", "weakdep=a", "softdep=pre: a-b"));
        tree.Compare();
        tree.Compare(request => request with { PrintsOnly = true }, ["-n"]);
    }

    [Fact]
    public void Built_in_modules_come_from_the_kernels_lists()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/a.ko", With([], []));
        tree.Write("modules.builtin", "kernel/fs/ext-4.ko\nkernel/fs/jbd2.ko\n9bad\n/abs.ko\nnodot\nkernel/lib/last.ko");
        tree.Write("modules.builtin.modinfo", "ext_4.alias=fs-ext4\0ext_4.license=GPL\0jbd2.alias=a[b\0noequals.alias\0skipped.alias=x\0.alias=nomodule\0nodot\0jbd2.alias=\0jbd2.alias=of:N*T-\0last.alias=unended");
        tree.Compare();
    }

    [Fact]
    public void Exports_without_versions_come_from_their_strings()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/a.ko", new SyntheticModule { Exports = [("plain_one", null), ("plain_two", null)] });
        tree.Write("kernel/b.ko", new SyntheticModule { Exports = [("mixed", 5), ("unseen", null)], Imports = ["plain_two"], Versions = [("plain_two", 7), ("module_layout", 9), ("only_here", 3), ("plain_one", 1)] });
        tree.Write("kernel/c.ko", With([], ["mixed", "unseen"]));
        tree.Write("kernel/d.ko", new SyntheticModule { Strings = [] });
        tree.Compare();
    }

    [Fact]
    public void Unknown_symbols_and_other_versions_are_said_when_asked_for()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/a.ko", new SyntheticModule { Exports = [("a_one", 0x11)], Imports = ["printk", "missing", "?maybe", "__this_module"], Versions = [("printk", 0x22), ("module_layout", 0x33)] });
        tree.Write("kernel/b.ko", new SyntheticModule { Imports = ["a_one", "kmalloc", "_GLOBAL_OFFSET_TABLE_"], Versions = [("a_one", 0x12), ("kmalloc", 0x44)] });
        string symvers = tree.At("Module.symvers"), map = tree.At("System.map");
        File.WriteAllText(symvers, "0x00000022\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n0x00000045\tkmalloc\tvmlinux\tEXPORT_SYMBOL\t\n0x1\tother\tfs/x\tEXPORT_SYMBOL\n0x33\tmodule_layout\tvmlinux\tX\nshort\n");
        File.WriteAllText(map, "c0 R __ksymtab_printk\nc1 r __ksymtab_module_layout\nc2 T printk\nc3 R ___ksymtab_kmalloc\ninvalid\n");
        foreach (string option in new[] { "-E", "-F" })
        {
            string file = option == "-E" ? symvers : map;
            tree.Compare(request => Using(request, option, file) with { ReportsUnknown = true }, ["-e", option, file]);
            tree.Compare(request => Using(request, option, file), [option, file]);
            tree.Compare(request => Using(request, option, file) with { ReportsUnknown = true, SymbolPrefix = '_' }, ["-e", "-P", "_", option, file]);
        }
        tree.Compare(request => request with { ReportsUnknown = true }, ["-e"]);
    }

    private static Indexing.DepmodRequest Using(Indexing.DepmodRequest request, string option, string file) => option == "-E" ? request with { SymbolVersions = file } : request with { SystemMap = file };

    [Fact]
    public void Files_that_are_no_modules_are_said_and_listed_all_the_same()
    {
        using var tree = new TwinTree();
        byte[] good = With(["good"], [], "alias=good").Bytes();
        tree.Write("kernel/good.ko", good);
        tree.Write("kernel/empty.ko", "");
        tree.Write("kernel/text.ko", "obj-m := x.o\n");
        tree.Write("kernel/short.ko", good[..40]);
        tree.Write("kernel/half.ko", good[..(good.Length / 2)]);
        tree.Write("kernel/class.ko", [.. good[..4], 9, .. good[5..]]);
        tree.Write("kernel/notes.txt", "no module");
        tree.Write("kernel/.ko", "no module");
        tree.Write("build/inside.ko", good);
        tree.Write("kernel/source/inside.ko", good);
        tree.Compare();
    }

    [Fact]
    public void Links_are_followed_and_dangling_ones_are_left_out()
    {
        using var tree = new TwinTree();
        tree.Write("../../../elsewhere/far.ko", With(["far"], []));
        tree.Write("kernel/near.ko", With([], ["far"]));
        foreach (string side in new[] { tree.Judge, tree.Own })
        {
            Directory.CreateSymbolicLink($"{side}/updates", "../../../elsewhere");
            File.CreateSymbolicLink($"{side}/kernel/dangling.ko", "nowhere");
            File.CreateSymbolicLink($"{side}/kernel/alias.ko", "near.ko");
        }
        tree.Compare();
    }

    [Fact]
    public void A_directory_that_leads_back_to_itself_is_entered_once()
    {
        using var tree = new TwinTree();
        tree.Write("kernel/near.ko", With([], []));
        Directory.CreateSymbolicLink($"{tree.Own}/kernel/back", "..");
        string errors = "";
        Assert.True(tree.Run(30, null, new MemoryStream(), ref errors));
        Assert.Contains($"{tree.Own}/kernel/back leads back to a directory above it", errors, StringComparison.Ordinal);
        Assert.Equal("kernel/near.ko:\n", tree.Indexes()["modules.dep"]);
    }

    [Fact]
    public void Without_a_directory_it_fails_in_kmods_words()
    {
        using var tree = new TwinTree();
        Directory.Delete(tree.Judge);
        Directory.Delete(tree.Own);
        string errors = "";
        Assert.False(tree.Run(30, null, new MemoryStream(), ref errors));
        Assert.Equal($"depmod: ERROR: could not open directory {tree.Own}: No such file or directory\ndepmod: FATAL: could not search modules: No such file or directory\n", errors);
    }
}
