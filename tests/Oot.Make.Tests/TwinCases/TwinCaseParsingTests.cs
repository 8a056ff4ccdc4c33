using Xunit;

namespace Oot.Make.Tests.TwinCases;

public sealed class TwinCaseParsingTests
{
    [Fact]
    public void Directives_end_at_the_first_other_line()
    {
        TwinCase twinCase = TwinCase.Parse("x", "#: file a b\n#| one\n#|  two\n#|\n#: run -n\nall: ;\n#: run -k\n");
        Assert.Equal(["file", "run"], twinCase.Steps.Select(step => step.Word));
        Assert.Equal("a b", twinCase.Steps[0].Rest);
        Assert.Equal(["one", " two", ""], twinCase.Steps[0].Lines);
        Assert.Equal("-n", twinCase.Steps[1].Rest);
    }

    [Fact]
    public void Without_a_run_there_is_one_without_arguments()
    {
        TwinCase twinCase = TwinCase.Parse("x", "#: as other.mk\n#: gap not yet\nall: ;\n");
        Assert.Equal(new CaseStep("run", "", []) with { Lines = twinCase.Steps[^1].Lines }, twinCase.Steps[^1]);
        Assert.Equal("other.mk", twinCase.MakefileName);
        Assert.Equal("not yet", twinCase.Gap);
    }

    [Fact]
    public void A_difference_shows_both_sides_and_what_is_common() =>
        Assert.Equal("     a\n   - b\n   + x\n     c\n", LineDifference.Of("a\nb\nc", "a\nx\nc"));
}
