using Oot.Make.Options;
using Xunit;

namespace Oot.Make.Tests.Options;

public sealed class OptionParserTests
{
    private readonly MakeOptions _options = new();

    private OptionParseResult Parse(params string[] words) => OptionParser.Parse(words, _options, "make", OptionOrigin.Command, "make");

    private OptionParseResult ParseVariable(string value, OptionOrigin origin) =>
        OptionParser.Parse(EnvironmentFlags.Split(value), _options, "make", origin, "");

    [Fact]
    public void Options_and_words_may_be_mixed()
    {
        OptionParseResult result = Parse("-kj", "3", "all", "-C", "dir", "X=1", "--", "-i", "-");
        Assert.Equal(["all", "X=1", "-i"], result.Words);
        Assert.True(_options.KeepGoing);
        Assert.Equal(3, _options.JobSlots);
        Assert.Equal(["dir"], _options.Directories);
        Assert.False(result.IsBad);
    }

    [Theory]
    [InlineData(true, "-k")]
    [InlineData(false, "-k", "-S")]
    [InlineData(true, "-S", "-k")]
    public void The_last_of_two_opposites_counts(bool keepGoing, params string[] words)
    {
        Parse(words);
        Assert.Equal(keepGoing, _options.KeepGoing);
    }

    [Fact]
    public void A_makefile_does_not_undo_what_the_command_line_says()
    {
        Parse("--no-silent", "--no-print-directory");
        ParseVariable("sw -i", OptionOrigin.File);
        Assert.False(_options.Silent);
        Assert.False(_options.PrintDirectory);
        Assert.True(_options.IgnoreErrors);
    }

    [Fact]
    public void Environment_words_need_no_dash_and_keep_escaped_blanks()
    {
        OptionParseResult result = ParseVariable("  kI/a\\ b --debug=j -- X=a\\ b\\\\c Y=$", OptionOrigin.File);
        Assert.True(_options.KeepGoing);
        Assert.Equal(["/a b"], _options.IncludeDirectories);
        Assert.Equal(DebugFlags.Jobs, _options.Debug);
        Assert.Equal(["X=a b\\c", "Y=$"], result.Words);
    }

    [Fact]
    public void Mistakes_in_a_makefile_are_ignored()
    {
        OptionParseResult result = ParseVariable("-z --bogus -i", OptionOrigin.File);
        Assert.Null(result.FatalText);
        Assert.Empty(result.Errors);
        Assert.True(_options.IgnoreErrors);
    }
}
