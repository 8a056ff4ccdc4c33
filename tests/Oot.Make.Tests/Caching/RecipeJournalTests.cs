using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>What a make that was killed has left half made does not count as done.</summary>
public sealed class RecipeJournalTests
{
    private const string Makefile = """
        all: out
        out:
        	@echo half > out; $(BETWEEN)
        	@echo whole >> out

        """;

    [Fact]
    public void A_target_that_was_being_made_when_make_was_killed_is_made_again()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        Assert.NotEqual(0, project.Run(["BETWEEN=kill -9 $$PPID"]).Code);
        Assert.Equal("half\n", File.ReadAllText(project.At("out")));
        MakeResult next = project.Run(["BETWEEN=:"]);
        Assert.Contains("Deleting file '@/out'", next.Output + next.Errors, StringComparison.Ordinal);
        Assert.Equal("half\nwhole\n", File.ReadAllText(project.At("out")));
        Assert.DoesNotContain("Deleting", project.Run(["BETWEEN=:"]).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_a_make_that_still_runs_is_left_alone()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        project.Write("other", "all:\n\t@cat out\n");
        MakeResult result = project.Run(["BETWEEN=$(MAKE) -s -f other"]);
        Assert.Equal((0, "half\n"), (result.Code, result.Output));
        Assert.Equal("half\nwhole\n", File.ReadAllText(project.At("out")));
    }
}
