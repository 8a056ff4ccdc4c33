using Oot.Core;
using Xunit;
using static Oot.Deploy.Tests.SyntheticModule;

namespace Oot.Deploy.Tests;

/// <summary>Whatever happens while indexes are written, there is the old set or the new one.</summary>
public sealed class PublicationTests
{
    private static readonly Disk Real = new();

    private static TwinTree Tree(bool hasOld, out SortedDictionary<string, string> before, out SortedDictionary<string, string> after)
    {
        var tree = new TwinTree();
        string errors = "";
        tree.Write("kernel/a.ko", With(["a"], [], "alias=a"));
        if (hasOld)
            Assert.True(tree.Run(30, null, new MemoryStream(), ref errors));
        before = tree.Indexes();
        tree.Write("kernel/b.ko", With([], ["a"], "alias=b"));
        using var other = new TwinTree();
        other.Write("kernel/a.ko", With(["a"], [], "alias=a"));
        other.Write("kernel/b.ko", With([], ["a"], "alias=b"));
        Assert.True(other.Run(30, null, new MemoryStream(), ref errors));
        after = other.Indexes();
        return tree;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Killed_at_any_change_the_next_run_finds_the_old_set_or_finishes_the_new_one(bool hasOld)
    {
        bool sawOld = false, sawNew = false;
        for (int change = 0; ; change++)
        {
            using TwinTree tree = Tree(hasOld, out var before, out var after);
            string errors = "";
            var disk = new FaultyDisk(change, 0);
            try
            {
                _ = tree.Run(30, null, new MemoryStream(), ref errors, disk: disk);
            }
            catch (DeathException)
            {
                Indexing.Depmod.Recover(Real, tree.Own);
            }
            SortedDictionary<string, string> now = tree.Indexes();
            Assert.True(now.SequenceEqual(before) || now.SequenceEqual(after), $"change {change}: {string.Join(' ', now.Keys)}");
            sawOld |= now.SequenceEqual(before);
            sawNew |= disk.HasFailed && now.SequenceEqual(after);
            if (!disk.HasFailed)
                break;
        }
        Assert.True(sawOld && sawNew);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(5)]
    [InlineData(13)]
    public void A_change_that_fails_leaves_the_old_set_and_a_message(int errno)
    {
        for (int change = 0; ; change++)
        {
            using TwinTree tree = Tree(true, out var before, out var after);
            string errors = "";
            var disk = new FaultyDisk(change, errno, lasting: true);
            bool succeeded = tree.Run(30, null, new MemoryStream(), ref errors, disk: disk);
            if (!disk.HasFailed)
            {
                Assert.True(succeeded);
                break;
            }
            SortedDictionary<string, string> now = tree.Indexes();
            // A journal that is complete is gone on with by the next run.
            if (now.ContainsKey(".modules.oot-journal"))
            {
                Indexing.Depmod.Recover(Real, tree.Own);
                now = tree.Indexes();
            }
            Assert.True(now.SequenceEqual(succeeded ? after : before) || now.SequenceEqual(after), $"change {change}: {string.Join(' ', now.Keys)}");
            if (!succeeded)
                Assert.Contains(Errno.Message(errno), errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_journal_older_than_the_indexes_of_another_program_counts_for_nothing()
    {
        for (int change = 0; ; change++)
        {
            using TwinTree tree = Tree(true, out _, out _);
            string errors = "";
            var disk = new FaultyDisk(change, 0);
            try
            {
                _ = tree.Run(30, null, new MemoryStream(), ref errors, disk: disk);
            }
            catch (DeathException)
            {
            }
            if (!disk.HasFailed)
                break;
            // kmod comes, makes its indexes, and knows no journal.
            foreach (string file in Directory.EnumerateFiles(tree.Own, "modules.*"))
                File.Delete(file);
            tree.Write("kernel/c.ko", With([], [], "alias=c"));
            ProgramResult judge = Kmod.Run(Kmod.Program(30, "depmod"), ["-b", tree.At("own"), TwinTree.Release], "/");
            Assert.Equal(0, judge.ExitCode);
            Dictionary<string, string> theirs = tree.Indexes().Where(pair => pair.Key[0] != '.').ToDictionary();
            Indexing.Depmod.Recover(Real, tree.Own);
            Assert.Equal(theirs, tree.Indexes().ToDictionary());
        }
    }
}
