using Oot.Core;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>A file that is replaced is the old or the new one, whatever fails.</summary>
public sealed class FileReplacementTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Whatever_fails_the_old_file_stays_and_nothing_beside_it(int failing)
    {
        string path = directory.Write("file", "old");
        Assert.Equal(Errno.NoSpace, new FaultyDisk(failing, Errno.NoSpace).Replace(path, "new"u8));
        Assert.Equal(("old", 1), (File.ReadAllText(path), Directory.GetFiles(directory.Path).Length));
    }

    [Fact]
    public void What_a_killed_run_left_is_in_nobodys_way()
    {
        string path = directory.Write("file", "old");
        directory.Write($"file.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.new", "left");
        Assert.Equal(0, new Disk().Replace(path, "new"u8, 0x180));
        Assert.Equal(("new", 1, UnixFileMode.UserRead | UnixFileMode.UserWrite), (File.ReadAllText(path), Directory.GetFiles(directory.Path).Length, File.GetUnixFileMode(path)));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_named_stays()
    {
        string other = directory.Write("other", "other");
        File.CreateSymbolicLink(directory.At("file"), other);
        Assert.Equal(0, new Disk().Replace(directory.At("file"), "new"u8));
        Assert.Equal(("new", "other", null), (File.ReadAllText(directory.At("file")), File.ReadAllText(other), new FileInfo(directory.At("file")).LinkTarget));
    }

    [Fact]
    public void The_same_content_keeps_its_time()
    {
        string path = directory.Write("file", "same");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        Assert.Equal(0, new Disk().ReplaceUnlessSame(path, "same"u8));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
        Assert.Equal(0, new Disk().ReplaceUnlessSame(path, "else"u8));
        Assert.Equal(("else", false), (File.ReadAllText(path), File.GetLastWriteTimeUtc(path) == DateTime.UnixEpoch));
    }

    [Fact]
    public void Directories_are_made_with_those_above_them()
    {
        Assert.Equal(0, new Disk().MakeDirectories(directory.At("a/b/c")));
        Assert.Equal(0, new Disk().MakeDirectories(directory.At("a/b/c")));
        directory.Write("file", "x");
        Assert.Equal(Errno.NotDirectory, new Disk().MakeDirectories(directory.At("file/b")));
        Assert.Equal(Errno.NotDirectory, new Disk().MakeDirectories(directory.At("file")));
    }
}
