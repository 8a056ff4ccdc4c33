using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A remembered <c>$(shell)</c> answers what a new one would, also where its inputs change between two askings of one text.</summary>
public sealed class ProbeTests
{
    private const string Makefile = """
        export SEEN := one
        export OTHER := 1
        first := $(shell ./tell)
        OTHER := 2
        second := $(shell ./tell)
        SEEN := two
        third := $(shell ./tell)
        fourth := $(shell PATH=$(CURDIR)/other:$$PATH; ./tell)
        $(info $(first) $(second) $(third) $(fourth))
        all: ; @:

        """;

    [Fact]
    public void Variable_that_the_command_reads_decides_and_any_other_does_not()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        Script(project, "#!/bin/sh\necho $SEEN\n");
        for (int again = 0; again < 3; again++)
            Assert.Contains("one one two two", project.Run([$"RUN={again}"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Script_that_now_reads_another_variable_is_read_anew()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        Script(project, "#!/bin/sh\necho $SEEN\n");
        for (int again = 0; again < 2; again++)
            project.Run([$"RUN={again}"]);
        Script(project, "#!/bin/sh\necho $OTHER\n");
        for (int again = 0; again < 3; again++)
            Assert.Contains("1 2 2 2", project.Run([$"RUN={again}"]).Output, StringComparison.Ordinal);
        Script(project, "#!/bin/sh\necho $SEEN\n");
        Assert.Contains("one one two two", project.Run([]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_judgement_is_made_again()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        Script(project, "#!/bin/sh\necho $SEEN\n");
        project.Run([]);
        string[] judged = Directory.GetFiles(project.Cache + "/oot/make/judged");
        Assert.NotEmpty(judged);
        foreach (string path in judged)
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^5]);
        Assert.Contains("one one two two", project.Run(["RUN=again"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cache_of_an_older_version_gets_what_it_lacks()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile);
        Script(project, "#!/bin/sh\necho $SEEN\n");
        project.Run([]);
        Directory.Delete(project.Cache + "/oot/make/judged", recursive: true);
        project.Run(["RUN=again"]);
        Assert.NotEmpty(Directory.GetFiles(project.Cache + "/oot/make/judged"));
    }

    private static void Script(SmallProject project, string text)
    {
        project.Write("tell", text);
        File.SetUnixFileMode(project.At("tell"), (UnixFileMode)0x1ED);
        // Past the tick of the file system's clock: what has only just changed is not remembered.
        Thread.Sleep(40);
    }
}
