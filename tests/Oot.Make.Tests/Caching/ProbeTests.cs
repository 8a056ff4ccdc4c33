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

    /// <summary>What kbuild asks of rustc on most machines: a shell's 127 is an answer while there is no such program.</summary>
    [Fact]
    public void Missing_program_is_an_answer_until_it_is_there()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", "VERSION := $(shell absent --version 2>/dev/null)\n$(info version $(VERSION) $(.SHELLSTATUS))\nall:\n\t@:\n");
        Directory.CreateDirectory(project.At("bin"));
        (string, string) path = ("PATH", $"{project.At("bin")}:{Path.GetDirectoryName(Environment.GetEnvironmentVariable("OOT_MAKE"))}:/usr/bin:/bin");
        for (int again = 0; again < 4; again++)
        {
            SmallProject.Settle();
            Assert.Contains("version  127", project.Run([], path).Output, StringComparison.Ordinal);
        }
        Assert.True(project.Remembered > 0, project.Log);
        project.Write("bin/absent", "#!/bin/sh\necho 1.2\n");
        File.SetUnixFileMode(project.At("bin/absent"), (UnixFileMode)0x1ED);
        Assert.Contains("version 1.2 0", project.Run([], path).Output, StringComparison.Ordinal);
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

    /// <summary>From the third run on all answers come out of one file, until something that one of them depends on changes.</summary>
    [Fact]
    public void Answers_that_lie_together_hold_as_long_as_each_would()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", Makefile.Replace("all: ; @:", "data := $(shell cat data) $(shell cat absent 2>/dev/null; wc -c < data)\n$(shell cat data > copy)\nlater := $(shell cat copy) $(shell ./tell)\nall: ; @echo $(data) $(later) >> log; cat log", StringComparison.Ordinal));
        project.Write("data", "data\n");
        Script(project, "#!/bin/sh\necho $SEEN\n");
        (string, Action)[] changes =
        [
            ("nothing", () => { }),
            ("data", () => project.Write("data", "other data\n")),
            ("a script", () => project.Write("tell", "#!/bin/sh\necho $OTHER\n")),
            ("a missing file", () => project.Write("absent", "there\n")),
            ("a file's time", () => File.SetLastWriteTimeUtc(project.At("data"), new DateTime(2001, 1, 1))),
            ("the file again", () => File.Delete(project.At("absent"))),
            ("a program in front", () => project.Write("other/cat", "#!/bin/sh\necho in front\n")),
            ("the makefile", () => project.Write("Makefile", File.ReadAllText(project.At("Makefile")).Replace("SEEN := two", "SEEN := three", StringComparison.Ordinal))),
            ("the answers", () => Array.ForEach(Directory.GetFiles(project.Cache + "/oot/make/answers"), path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^5]))),
            ("their number", () => Directory.Delete(project.Cache + "/oot/make/answers", recursive: true)),
        ];
        foreach ((string name, Action change) in changes)
        {
            change();
            Thread.Sleep(40);
            for (int again = 0; again < 4; again++)
            {
                (string, string)[] environment = again == 3 ? [("TELL", "1")] : [];
                project.Write("log", "");
                MakeResult remembered = project.Run([], environment);
                project.Write("log", "");
                Assert.True(remembered == project.Run([], [.. environment, ("OOT_CACHE", "off")]), $"{name}, {again}: {remembered}");
            }
            Assert.NotEmpty(Directory.GetFiles(project.Cache + "/oot/make/answers"));
        }
        Assert.Equal(0, project.Remembered);
    }

    private static void Script(SmallProject project, string text)
    {
        project.Write("tell", text);
        File.SetUnixFileMode(project.At("tell"), (UnixFileMode)0x1ED);
        // Past the tick of the file system's clock: what has only just changed is not remembered.
        Thread.Sleep(40);
    }
}
