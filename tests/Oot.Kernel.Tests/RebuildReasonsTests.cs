using Oot.Kernel.Explaining;
using Xunit;

namespace Oot.Kernel.Tests;

public class RebuildReasonsTests
{
    [Theory]
    [InlineData("include/config/FOO_BAR", "CONFIG_FOO_BAR")]
    [InlineData("/usr/src/linux/include/config/64BIT", "CONFIG_64BIT")]
    [InlineData("include/config/foo/bar.h", "CONFIG_FOO_BAR")]
    [InlineData("include/config/auto.conf", null)]
    [InlineData("include/config/kernel.release", null)]
    [InlineData("include/config/", null)]
    [InlineData("myinclude/config/FOO", null)]
    [InlineData("include/linux/module.h", null)]
    public void Files_of_include_config_are_options(string name, string? option) => Assert.Equal(option, RebuildReasons.OptionOf(name));

    [Theory]
    [InlineData("cc -O2 -c a.c", "cc -c a.c", "-O2")]
    [InlineData("cc -DX -DX a.c", "cc  -DX\ta.c", "-DX")]
    [InlineData("cc b a", "cc a b", "")]
    public void Commands_differ_by_words_counted(string command, string other, string beyond) => Assert.Equal(beyond, string.Join(' ', CommandWords.Beyond(command, other)));

    [Fact]
    public void Long_lists_are_cut_for_people()
    {
        var explanation = new RebuildExplanation("/m/a.o",
        [
            new RebuildReason(RebuildKind.Newer) { Names = ["/m/1.h", "/m/2.h", "/m/3.h", "/n/4.h", "/m/5.h", "/m/6.h"] },
            new RebuildReason(RebuildKind.Configuration) { Names = ["CONFIG_X"] },
            new RebuildReason(RebuildKind.Command) { Added = [], Removed = [] },
        ]);
        Assert.Equal("a.o: 1.h, 2.h, 3.h, /n/4.h and 2 more are newer; CONFIG_X has changed; its command has changed: the order of its words", ExplanationText.Line(explanation, "/m"));
    }
}
