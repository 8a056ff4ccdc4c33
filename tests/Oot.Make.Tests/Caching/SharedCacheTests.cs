using System.Diagnostics;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>One cache, many processes, some of them killed.</summary>
public sealed class SharedCacheTests
{
    private const string AtomicRules = """
        .DEFAULT_GOAL := all
        KIND := $(shell cat kind)
        SOURCES := $(sort $(wildcard *.c))
        all: $(SOURCES:.c=.o)
        	@$(MAKE) -f below.mk
        %.o: %.c kind
        	@echo CC $@ $(KIND)
        	@cat $^ > $@.tmp && mv $@.tmp $@
        """;

    private static SmallProject Project(string? cache = null)
    {
        var project = new SmallProject(MakeProgram.Oot, cache);
        project.Write("Makefile", AtomicRules + "\n");
        project.Write("below.mk", "$(info below)\nall:\n\t@:\n");
        return project;
    }

    [Fact]
    public void Killed_runs_leave_nothing_that_changes_the_next()
    {
        int seed = Random.Shared.Next(1 << 30);
        var random = new Random(seed);
        using SmallProject undisturbed = Project(), project = Project();
        undisturbed.Run([]);
        int kills = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 400 : 50;
        for (int i = 0; i < kills; i++)
        {
            if (i % 3 == 0)
            {
                undisturbed.Write("kind", $"kind {i}\n");
                project.Write("kind", $"kind {i}\n");
            }
            using (Process process = project.Start())
            {
                Thread.Sleep(random.Next(60));
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            if (i % 5 != 4)
                continue;
            project.Run([]);
            undisturbed.Run([]);
            foreach (string left in Directory.EnumerateFiles(project.Path, "*.tmp"))
                File.Delete(left);
            Assert.True(undisturbed.Files() == project.Files(), $"seed {seed}, kill {i}");
            Assert.Equal(undisturbed.Run([]), project.Run([]));
        }
    }

    [Fact]
    public void Ten_projects_share_one_cache()
    {
        using SmallProject first = Project();
        first.Run([]);
        MakeResult expected = first.Run([]);
        SmallProject[] projects = [.. Enumerable.Range(0, 10).Select(_ => Project(first.Cache))];
        Parallel.ForEach(projects, project =>
        {
            project.Run(["-j2"]);
            for (int i = 0; i < 5; i++)
            {
                SmallProject.Settle();
                Assert.Equal(expected, project.Run([]));
            }
        });
        Assert.All(projects, project => Assert.Equal(first.Files(), project.Files()));
        Assert.All(projects, project => Assert.True(project.Remembered > 0, project.Log));
        foreach (SmallProject project in projects)
            project.Dispose();
    }

    [Fact]
    public void Runs_beside_each_other_in_one_directory_answer_alike()
    {
        using SmallProject project = Project();
        project.Run([]);
        MakeResult expected = project.Run([]);
        SmallProject.Settle();
        Parallel.For(0, 20, _ => Assert.Equal(expected, project.Run([])));
    }

    [Fact]
    public void Number_of_remembered_runs_is_bounded()
    {
        using SmallProject project = Project();
        project.Run([]);
        SmallProject.Settle();
        for (int i = 0; i < 300; i++)
            project.Run([$"NUMBER={i}"]);
        Assert.InRange(Directory.GetFiles(Path.Combine(project.Cache, "oot/make/runs")).Length, 1, 257);
    }
}
