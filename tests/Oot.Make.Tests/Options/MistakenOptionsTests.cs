using Xunit;

namespace Oot.Make.Tests.Options;

/// <summary>Command lines and variables that make refuses, and what it says, against real make.</summary>
public sealed class MistakenOptionsTests
{
    [Theory]
    [InlineData("--foo|--foo=bar -z|-kz|--n|--no=3|--=x|-C|--directory|--help=3|--jobs=x|-j0|-j 0|-j3x|-j @|-f @|--eval=|-I @ -q-")]
    [InlineData("--debug=q|--debug=a,zz|--debug=|-Ofoo|--shuffle=|--jobserver-|--j|--w|--s|--temp-stdin|-O=|-l -x -y|--sync-mutex|-k-|--silen=1")]
    [InlineData("-C nowhere|-f nowhere|-hz|-C @|--jobserver-style=odd|--shuffle=9x|-W @|-o|--what|-E|--temp-stdin=x --temp-stdin=y")]
    public void On_the_command_line(string commandLines)
    {
        using var directory = new TemporaryDirectory();
        foreach (string line in commandLines.Split('|'))
        {
            string[] words = ["-f", "/dev/null", .. line.Split(' ').Select(w => w == "@" ? "" : w)];
            MakeResult expected = MakeProgram.Judge.Run(directory.Path, words), actual = MakeProgram.Oot.Run(directory.Path, words);
            Assert.Equal((line, expected), (line, actual));
        }
    }

    [Theory]
    [InlineData("--foo")]
    [InlineData("z")]
    [InlineData("kzi -j0")]
    [InlineData("j0")]
    [InlineData("--debug=q")]
    [InlineData("-Ofoo")]
    [InlineData("--no-s=3 -x")]
    [InlineData("-C")]
    [InlineData(" -h")]
    [InlineData("x=1 goal")]
    public void In_the_environment(string flags)
    {
        using var directory = new TemporaryDirectory();
        foreach (string name in (string[])["MAKEFLAGS", "GNUMAKEFLAGS"])
            Assert.Equal(
                MakeProgram.Judge.Run(directory.Path, ["-f", "/dev/null"], "", (name, flags)),
                MakeProgram.Oot.Run(directory.Path, ["-f", "/dev/null"], "", (name, flags)));
    }

    [Theory]
    [InlineData("--foo")]
    [InlineData("z")]
    [InlineData("j0")]
    [InlineData("--debug=q")]
    [InlineData("-Ofoo")]
    [InlineData("--shuffle=q")]
    [InlineData("-h")]
    public void In_a_makefile(string flags)
    {
        using var directory = new TemporaryDirectory();
        string makefile = $"MAKEFLAGS += {flags}\n$(info $(MAKEFLAGS))\nall:;@echo $(MAKEFLAGS)\n";
        Assert.Equal(MakeProgram.Judge.Run(directory.Path, ["-f", "-"], makefile), MakeProgram.Oot.Run(directory.Path, ["-f", "-"], makefile));
    }

    [Fact]
    public void Help_is_word_for_word()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(MakeProgram.Judge.Run(directory.Path, ["--help"]), MakeProgram.Oot.Run(directory.Path, ["--help"]));
    }
}
