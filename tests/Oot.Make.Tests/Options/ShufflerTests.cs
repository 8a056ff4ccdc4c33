using Xunit;

namespace Oot.Make.Tests.Options;

/// <summary><c>--shuffle</c> against real make's.</summary>
public sealed class ShufflerTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("42")]
    [InlineData("4000000000")]
    [InlineData("reverse")]
    [InlineData("Identity")]
    [InlineData("none")]
    [InlineData("7x")]
    [InlineData("fast")]
    [InlineData("-1")]
    public void Goals_and_prerequisites_come_in_makes_order(string mode)
    {
        using var directory = new TemporaryDirectory();
        string[] names = [.. Enumerable.Range(0, 17).Select(i => "p" + i)];
        string makefile = $"all: {string.Join(' ', names)}\nother: {string.Join(' ', names.Reverse())} q\n{string.Join(' ', names)} q: ; @echo $@ $(MAKEFLAGS)\n";
        string[] words = ["-f", "-", "--shuffle=" + mode, "other", "all", "p3"];
        Assert.Equal(MakeProgram.Judge.Run(directory.Path, words, makefile), MakeProgram.Oot.Run(directory.Path, words, makefile));
    }
}
