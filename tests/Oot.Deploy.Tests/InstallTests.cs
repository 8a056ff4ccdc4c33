using Oot.Core;
using Oot.Deploy.Installing;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>Installing and uninstalling below a root: what is there afterwards, and what is there when something goes wrong.</summary>
public sealed class InstallTests
{
    private static readonly Disk Real = new();

    private static Diagnostic? Uninstall(InstallRoot root, List<string> left, IDisk? disk = null, params string[] names) => root.Installer(disk).Uninstall(names.ToHashSet(StringComparer.Ordinal), left);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_installed_is_found_first_and_uninstall_leaves_what_was_there(bool merged)
    {
        using var root = new InstallRoot(merged);
        SortedDictionary<string, string> before = root.Snapshot();
        Assert.Null(root.Install(null, root.Source("drv", "drv"), root.Source("added", "added")));
        SortedDictionary<string, string> after = root.Snapshot();
        string modules = (merged ? "/usr" : "") + "/lib/modules/" + InstallRoot.Release;
        Assert.Contains("updates/drv.ko: kernel/base.ko\n", after[modules + "/modules.dep"], StringComparison.Ordinal);
        Assert.DoesNotContain("kernel/drv.ko", after[modules + "/modules.dep"], StringComparison.Ordinal);
        Assert.Equal("# by oot install\ndrv\n", after["/etc/modules-load.d/drv.conf"]);
        Assert.Equal("# by oot install\nblacklist old\noptions added debug=1\nsoftdep added pre: base\n", after["/etc/modprobe.d/oot-added.conf"]);
        var left = new List<string>();
        Assert.Null(Uninstall(root, left, null, "drv", "added"));
        Assert.Empty(left);
        Assert.Equal(before, root.Snapshot());
    }

    [Fact]
    public void A_file_that_is_replaced_is_kept_and_put_back_also_after_two_installs()
    {
        using var root = new InstallRoot();
        root.Write("lib/modules/" + InstallRoot.Release + "/updates/drv.ko", SyntheticModule.With(["drv_others"], []).Bytes());
        root.Index();
        SortedDictionary<string, string> before = root.Snapshot();
        Assert.Null(root.Install(null, root.Source("drv", "one")));
        SortedDictionary<string, string> first = root.Snapshot();
        Assert.Equal(before[$"/lib/modules/{InstallRoot.Release}/updates/drv.ko"], first[$"/lib/modules/{InstallRoot.Release}/updates/drv.ko.oot-original"]);
        Assert.Null(root.Install(null, root.Source("drv", "two")));
        Assert.Contains("alias two drv", root.Snapshot()[$"/lib/modules/{InstallRoot.Release}/modules.alias"], StringComparison.Ordinal);
        Assert.Null(Uninstall(root, [], null, "drv"));
        Assert.Equal(before, root.Snapshot());
    }

    [Fact]
    public void A_file_that_others_changed_is_left_and_named()
    {
        using var root = new InstallRoot();
        Assert.Null(root.Install(null, root.Source("drv", "one")));
        File.WriteAllText($"{root.Modules}/updates/drv.ko", "changed");
        var left = new List<string>();
        Assert.Null(Uninstall(root, left, null, "drv"));
        Assert.Equal([$"/lib/modules/{InstallRoot.Release}/updates/drv.ko"], left);
        Assert.Equal("changed", File.ReadAllText($"{root.Modules}/updates/drv.ko"));
        Assert.False(File.Exists($"{root.Root}/etc/modules-load.d/drv.conf"));
    }

    [Fact]
    public void A_module_that_depmod_would_not_prefer_is_said_to_be_shadowed()
    {
        using var root = new InstallRoot();
        string source = root.Source("drv", "one");
        PlannedModule extra = root.Installer().Plan([(source, null)], "extra", ".ko")[0];
        Assert.Equal($"{root.Modules}/kernel/drv.ko", extra.ShadowedBy);
        PlannedModule updates = root.Installer().Plan([(source, null)], "updates/dkms", ".ko.xz")[0];
        Assert.Null(updates.ShadowedBy);
        Assert.Equal([$"{root.Modules}/kernel/drv.ko"], updates.Beats);
        root.Write("etc/depmod.d/a.conf", "search extra built-in updates\n"u8.ToArray());
        Assert.Null(root.Installer().Plan([(source, null)], "extra", ".ko")[0].ShadowedBy);
        Assert.Equal($"{root.Modules}/kernel/drv.ko", root.Installer().Plan([(source, null)], "updates", ".ko")[0].ShadowedBy);
    }

    [Fact]
    public void Links_never_lead_out_of_the_root()
    {
        using var root = new InstallRoot();
        using var outside = new TemporaryDirectory();
        Directory.CreateSymbolicLink($"{root.Modules}/updates", outside.Path);
        Directory.CreateSymbolicLink($"{root.Root}/etc/modules-load.d", "../../../../../../" + outside.Path);
        Directory.CreateSymbolicLink($"{root.Root}/var", outside.Path);
        _ = root.Install(null, root.Source("drv", "one"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside.Path));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(30)]
    public void Each_change_that_fails_leaves_the_old_system_or_the_new_one(int errno)
    {
        for (int change = 0; ; change++)
        {
            using var root = new InstallRoot();
            SortedDictionary<string, string> before = root.Snapshot();
            var disk = new FaultyDisk(change, errno);
            Diagnostic? failed = root.Install(disk, root.Source("drv", "one"), root.Source("added", "added"));
            if (!disk.HasFailed)
            {
                Assert.Null(failed);
                break;
            }
            if (failed is not null)
                Assert.Equal(before, root.Snapshot());
            else
                Assert.Contains("updates/added.ko", root.Snapshot()[$"/lib/modules/{InstallRoot.Release}/modules.dep"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Killed_at_any_change_the_next_run_finds_or_makes_the_old_system_or_the_new_one()
    {
        using var other = new InstallRoot();
        Assert.Null(other.Install(null, other.Source("drv", "one"), other.Source("added", "added")));
        SortedDictionary<string, string> after = other.Snapshot(withRecord: false);
        for (int change = 0; ; change++)
        {
            using var root = new InstallRoot();
            SortedDictionary<string, string> before = root.Snapshot(withRecord: false);
            var disk = new FaultyDisk(change, 0);
            try
            {
                Assert.Null(root.Install(disk, root.Source("drv", "one"), root.Source("added", "added")));
            }
            catch (DeathException)
            {
                Indexing.Depmod.Recover(Real, root.Target().Directory);
                root.Installer().Recover();
            }
            SortedDictionary<string, string> now = root.Snapshot(withRecord: false);
            Assert.True(now.SequenceEqual(before) || now.SequenceEqual(after), $"change {change}: {string.Join('\n', now.Keys.Except(before.Keys))}");
            Assert.Equal(now.SequenceEqual(after), File.Exists($"{root.Root}/var/lib/oot/installed/{InstallRoot.Release}.json"));
            Assert.Empty(Directory.Exists($"{root.Root}/var/lib/oot/journal") ? Directory.EnumerateFileSystemEntries($"{root.Root}/var/lib/oot/journal") : []);
            if (!disk.HasFailed)
                break;
        }
    }

    [Fact]
    public void A_killed_run_is_taken_back_also_below_a_root_with_odd_names()
    {
        for (int change = 0; ; change++)
        {
            using var root = new InstallRoot(name: "a sys\ttem\nof\\ten");
            SortedDictionary<string, string> before = root.Snapshot(withRecord: false);
            var disk = new FaultyDisk(change, 0);
            try
            {
                Assert.Null(root.Install(disk, root.Source("drv", "one")));
            }
            catch (DeathException)
            {
                Indexing.Depmod.Recover(Real, root.Target().Directory);
                root.Installer().Recover();
                SortedDictionary<string, string> now = root.Snapshot(withRecord: false);
                Assert.True(now.SequenceEqual(before) || File.Exists($"{root.Root}/var/lib/oot/installed/{InstallRoot.Release}.json"), $"change {change}: {string.Join('\n', now.Keys.Except(before.Keys))}");
                Assert.Empty(Directory.Exists($"{root.Root}/var/lib/oot/journal") ? Directory.EnumerateFileSystemEntries($"{root.Root}/var/lib/oot/journal") : []);
            }
            if (!disk.HasFailed)
                break;
        }
    }

    [Fact]
    public void A_kernel_without_modules_order_is_installed_for_and_restored()
    {
        using var root = new InstallRoot();
        File.Delete($"{root.Modules}/modules.order");
        root.Index();
        SortedDictionary<string, string> before = root.Snapshot();
        Assert.Null(root.Install(null, root.Source("drv", "one")));
        Assert.Contains("updates/drv.ko: kernel/base.ko", root.Snapshot()[$"/lib/modules/{InstallRoot.Release}/modules.dep"], StringComparison.Ordinal);
        Assert.Null(Uninstall(root, [], null, "drv"));
        Assert.Equal(before, root.Snapshot());
    }

    [Fact]
    public void Nothing_that_was_replaced_goes_away_before_the_new_names_are_on_the_disk()
    {
        using var root = new InstallRoot();
        Assert.Null(root.Install(null, root.Source("drv", "one")));
        var disk = new SyncedDisk();
        Assert.Null(root.Install(disk, root.Source("drv", "two")));
        int firstMove = disk.Events.FindIndex(what => what == $"rename {root.Modules}/updates/drv.ko"), lastMove = disk.Events.FindLastIndex(what => what.StartsWith("rename ", StringComparison.Ordinal) && what.EndsWith("/updates/drv.ko", StringComparison.Ordinal));
        int done = disk.Events.FindIndex(what => what.EndsWith("/journal/" + InstallRoot.Release + ".done", StringComparison.Ordinal)), removed = disk.Events.FindIndex(done, what => what.StartsWith("remove ", StringComparison.Ordinal));
        Assert.True(disk.Events.FindLastIndex(lastMove, what => what == $"sync {root.Root}/var/lib/oot/journal") is >= 0, "the journal before the moves");
        Assert.True(disk.Events.FindIndex(lastMove, what => what == $"sync {root.Modules}/updates") is > 0 and var moved && moved < done, "the names before the commit");
        Assert.True(disk.Events.FindIndex(lastMove, what => what == $"sync {root.Modules}/modules.dep.bin") is > 0 and var indexed && indexed < done, "the indexes before the commit");
        Assert.True(disk.Events.FindIndex(done, what => what == $"sync {root.Root}/var/lib/oot/journal") is > 0 and var committed && committed < removed, "the commit before anything goes away");
        Assert.True(firstMove <= lastMove);
    }

    [Fact]
    public void Killed_while_uninstalling_the_next_run_makes_it_whole()
    {
        for (int change = 0; ; change++)
        {
            using var root = new InstallRoot();
            root.Write("lib/modules/" + InstallRoot.Release + "/updates/drv.ko", SyntheticModule.With(["drv_others"], []).Bytes());
            root.Index();
            SortedDictionary<string, string> old = root.Snapshot(withRecord: false);
            Assert.Null(root.Install(null, root.Source("drv", "one")));
            SortedDictionary<string, string> before = root.Snapshot(withRecord: false);
            var disk = new FaultyDisk(change, 0);
            try
            {
                Assert.Null(Uninstall(root, [], disk, "drv"));
            }
            catch (DeathException)
            {
                Indexing.Depmod.Recover(Real, root.Target().Directory);
                root.Installer().Recover();
            }
            SortedDictionary<string, string> now = root.Snapshot(withRecord: false);
            // Empty directories that were made for the module may stay.
            foreach (string directory in now.Where(pair => pair.Value == "directory" && !old.ContainsKey(pair.Key)).Select(pair => pair.Key).ToArray())
            {
                if (!before.Keys.Any(key => key.StartsWith(directory + "/", StringComparison.Ordinal) && now.ContainsKey(key)))
                    now.Remove(directory);
            }
            Assert.True(now.SequenceEqual(before) || now.SequenceEqual(old), $"change {change}");
            if (!disk.HasFailed)
                break;
        }
    }

    [Fact]
    public void Other_kernels_keep_the_settings_that_they_need_too()
    {
        using var root = new InstallRoot();
        Assert.Null(root.Install(null, root.Source("drv", "one")));
        string record = File.ReadAllText($"{root.Root}/var/lib/oot/installed/{InstallRoot.Release}.json");
        root.Write("var/lib/oot/installed/6.2.0.json", ByteText.ToBytes(record));
        Assert.Null(Uninstall(root, [], null, "drv"));
        Assert.True(File.Exists($"{root.Root}/etc/modules-load.d/drv.conf"));
        Assert.False(File.Exists($"{root.Modules}/updates/drv.ko"));
    }
}
