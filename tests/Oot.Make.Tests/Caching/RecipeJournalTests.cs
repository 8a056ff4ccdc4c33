using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>What a make that was killed has left half made does not count as done.</summary>
public sealed class RecipeJournalTests
{
    private const string Makefile = """
        all: out
        out:
        	@echo half > out; sh ./between $(MAKE)
        	@echo whole >> out

        """;

    private const string Kill = "kill -9 $PPID\n";

    private static SmallProject Project(string between)
    {
        var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        project.Write("between", between);
        return project;
    }

    [Fact]
    public void A_target_that_was_being_made_when_make_was_killed_is_made_again()
    {
        using SmallProject project = Project(Kill);
        Assert.NotEqual(0, project.Run([]).Code);
        Assert.Equal("half\n", File.ReadAllText(project.At("out")));
        project.Write("between", ":\n");
        MakeResult next = project.Run(["-j2"]);
        Assert.Contains("Deleting file '@/out'", next.Output + next.Errors, StringComparison.Ordinal);
        Assert.Equal("half\nwhole\n", File.ReadAllText(project.At("out")));
        MakeResult last = project.Run([]);
        Assert.DoesNotContain("Deleting", last.Output + last.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_run_deletes_nothing()
    {
        using SmallProject project = Project(Kill);
        Assert.NotEqual(0, project.Run([]).Code);
        project.Write("other", "all:\n\t@:\n");
        MakeResult other = project.Run(["-f", "other"]);
        Assert.Equal(0, other.Code);
        Assert.Equal("half\n", File.ReadAllText(project.At("out")));
    }

    [Fact]
    public void A_target_of_a_make_that_still_runs_is_left_alone()
    {
        // The inner make has the same words, switches aside, so that only the lock tells the two apart.
        using SmallProject project = Project("\"$1\" -s --file=other\n");
        project.Write("other", "all:\n\t@cat out\n");
        MakeResult result = project.Run([]);
        Assert.Equal((0, "half\n"), (result.Code, result.Output));
        Assert.Equal("half\nwhole\n", File.ReadAllText(project.At("out")));
    }
}
