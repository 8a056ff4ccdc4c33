using Oot.Make.Options;
using Oot.Make.Rules;
using Xunit;

namespace Oot.Make.Tests.Options;

public sealed class OptionMessageTests
{
    [Theory]
    [InlineData("--foo")]
    [InlineData("--foo=bar")]
    [InlineData("--no")]
    [InlineData("--ma=x")]
    [InlineData("--s")]
    [InlineData("--no-pri=3")]
    [InlineData("--=x")]
    [InlineData("--file")]
    [InlineData("--temp")]
    [InlineData("-zkf")]
    [InlineData("-k-")]
    [InlineData("-:")]
    [InlineData("-j0")]
    [InlineData("-j", "")]
    [InlineData("-jk")]
    [InlineData("--jobs=1x", "-C")]
    [InlineData("--eval=", "-C", "", "-I", "", "--debug=", "-z")]
    public void Bad_command_lines_say_what_make_says(params string[] words)
    {
        (int code, _, string error) = Judge.Run(null, words);
        OptionParseResult result = OptionParser.Parse(words, new MakeOptions(), "make", OptionOrigin.Command, Judge.Path);
        Assert.Equal(2, code);
        Assert.True(result.IsBad);
        Assert.Equal(error, string.Concat(result.Errors.Select(static line => line + "\n")) + UsageText.For("make"));
    }

    [Theory]
    [InlineData("--debug=x")]
    [InlineData("--debug=b,,i")]
    [InlineData("-O", "-Ox")]
    public void Fatal_ones_stop_as_make_stops(params string[] words)
    {
        OptionParseResult result = OptionParser.Parse(words, new MakeOptions(), "make", fromEnvironment: false);
        Assert.Equal(Judge.Run(null, words).Error, $"make: *** {result.FatalText}.  Stop.\n");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("1 ")]
    public void Unknown_shuffle_modes_stop_as_make_stops(string mode)
    {
        Assert.Null(Shuffler.Create(mode, out string? error));
        if (mode.Length > 0)
            Assert.Equal(Judge.Run("all:;", [$"--shuffle={mode}"]).Error, $"make: *** {error}.  Stop.\n");
    }

    [Fact]
    public void Makefiles_cannot_undo_the_command_line()
    {
        var options = new MakeOptions();
        OptionParser.Parse(["-k"], options, "make", fromEnvironment: false);
        OptionParser.Parse(["-S", "--no-silent", "-z", "-f", "x"], options, "make", fromEnvironment: true);
        Assert.True(options.KeepGoing);
        Assert.False(options.StopGiven);
        Assert.True(options.NoSilentGiven);
        Assert.Empty(options.Makefiles);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("42")]
    [InlineData("4294967295")]
    [InlineData("reverse")]
    [InlineData("identity")]
    public void A_seed_gives_the_order_make_gives(string mode)
    {
        string[] names = [.. Enumerable.Range(0, 23).Select(static i => $"t{i}")];
        string makefile = $"all: {string.Join(' ', names)};@:\n{string.Join(' ', names)}: ; @echo $@\n.PHONY: all {string.Join(' ', names)}\n";
        string output = Judge.Run(makefile, ["-s", $"--shuffle={mode}"]).Output;
        Shuffler shuffler = Shuffler.Create(mode, out _)!;
        shuffler.Reseed();
        shuffler.Shuffle<string>(["all"]);
        shuffler.Shuffle<string>(names);
        Assert.Equal(output, string.Concat(names.Select(static name => name + "\n")));
    }

    [Fact]
    public void Default_variables_and_rules_are_those_of_make()
    {
        string[] dump = Judge.Run(null, ["-p", "-f", "/dev/null"]).Output.Split('\n');
        foreach ((string name, string value) in BuiltinRules.Variables)
        {
            if (name != "GNUMAKEFLAGS")
                Assert.Contains($"{name} = {value}", dump);
        }
        Assert.Contains($".SUFFIXES: {BuiltinRules.DefaultSuffixes}", dump);
        foreach ((string target, string recipe) in BuiltinRules.SuffixRules)
        {
            int at = Array.IndexOf(dump, target + ":");
            Assert.True(at >= 0, target);
            string text = string.Join('\n', dump[at..(at + 9)]);
            foreach (string line in recipe.Split('\n'))
                Assert.Contains(line.Trim(), text);
        }
    }
}
