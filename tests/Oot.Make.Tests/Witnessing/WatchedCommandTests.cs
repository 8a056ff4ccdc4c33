using System.Diagnostics;
using Oot.Make.Tests.Caching;
using Xunit;

namespace Oot.Make.Tests.Witnessing;

/// <summary>
/// A command whose text does not show what it does is watched. If it leaves every file as it was, the run is remembered as long as nothing that the command looked at changes; if it does
/// anything else, never.
/// </summary>
public sealed class WatchedCommandTests
{
    private static SmallProject With(params string[] recipe)
    {
        var project = new SmallProject(MakeProgram.Oot);
        project.Write("rules.mk", $"all: watched\n.PHONY: watched\nwatched:\n{string.Concat(recipe.Select(line => "\t" + line + "\n"))}\n");
        return project;
    }

    private static void IsSeen(SmallProject project, Action change, string output = "", params (string Name, string Value)[] environment)
    {
        project.Learn();
        change();
        int before = project.Remembered;
        MakeResult result = project.Run([], environment);
        Assert.True(project.Remembered == before, "answered from memory all the same");
        Assert.Contains(output, result.Output, StringComparison.Ordinal);
        MakeResult real = project.Run([], [.. environment, ("OOT_CACHE", "off")]);
        Assert.Equal(0, real.Code);
    }

    [Theory]
    [InlineData("mkdir -p gen; echo one > gen/.tmp; cmp -s gen/x gen/.tmp || cp gen/.tmp gen/x; rm gen/.tmp")]
    [InlineData("echo '# again' > again")]
    [InlineData("ln -fsn kind here")]
    [InlineData("find . -name '*.c' | sort > l.tmp; if cmp -s l l.tmp; then rm l.tmp; else mv l.tmp l; fi")]
    [InlineData("echo 'int x;' | gcc -x c -c - -o x.obj")]
    [InlineData("ls *.c; echo said; echo wrong >&2")]
    [InlineData("seq 100000 | head -n 1")]
    [InlineData("./tool > said.txt; (cd sub1 && cat in > ../below)")]
    [InlineData("whoami > who; uname -r > release")]
    [InlineData("nproc; env nproc > processors")]
    public void Command_that_leaves_all_as_it_was_is_remembered_and_says_the_same(string command)
    {
        using SmallProject project = With("@" + command);
        project.Learn();
        MakeResult remembered = project.Run([]), real = project.Run([], ("OOT_CACHE", "off"));
        Assert.Equal(real, remembered);
    }

    [Theory]
    [InlineData("date > now")]
    [InlineData("date +%Y > year")]
    [InlineData("echo $$$$")]
    [InlineData("echo x >> log")]
    [InlineData("touch stamp")]
    [InlineData("echo same > kept; touch -d @1 kept")]
    [InlineData("cat")]
    [InlineData("env > variables")]
    [InlineData("set > variables")]
    [InlineData("export -p | wc -l")]
    [InlineData("bash -c 'echo $$RANDOM'")]
    [InlineData("bash -c 'v=PA; eval echo \\$$$${v}TH'")]
    [InlineData("find . -mmin -10 -name one.c")]
    [InlineData("sed s/o/0/ one.c > other; diff -u one.c other || true")]
    [InlineData("awk 'BEGIN { srand(); print rand() }'")]
    [InlineData("sleep 0.01 &")]
    [InlineData("cat /proc/uptime > up")]
    [InlineData("mkfifo pipe 2>/dev/null; rm -f pipe")]
    [InlineData("rm -f turned; [ -e turn ] && rm turn || echo > turn")]
    public void Command_that_does_something_is_never_remembered(string command)
    {
        using SmallProject project = With("@" + command);
        for (int i = 0; i < 6; i++)
        {
            SmallProject.Settle();
            project.Run([]);
            Assert.Equal(0, project.Remembered);
        }
    }

    [Fact]
    public void File_that_a_script_reads_is_an_input()
    {
        using SmallProject project = With("@sh -c '. ./settings; echo $$NAME'");
        project.Write("settings", "NAME=one\n");
        IsSeen(project, () => project.Write("settings", "NAME=two\n"), "two");
    }

    [Fact]
    public void File_that_was_missing_is_an_input()
    {
        using SmallProject project = With("@if [ -e extra ]; then echo there; fi; : $$(true)");
        IsSeen(project, () => project.Write("extra", ""), "there");
    }

    [Fact]
    public void Names_in_a_directory_are_inputs()
    {
        using SmallProject project = With("@find sub2 | wc -l");
        IsSeen(project, () => project.Write("sub2/deep/more", ""), "5");
    }

    [Fact]
    public void Variable_that_a_script_names_is_an_input()
    {
        using SmallProject project = With("@./script");
        project.Write("script", "#!/bin/sh\necho \"taste ${TASTE:-none}\"\n");
        File.SetUnixFileMode(project.At("script"), (UnixFileMode)0x1ED);
        IsSeen(project, () => { }, "taste sweet", ("TASTE", "sweet"));
    }

    [Fact]
    public void Variable_that_git_reads_is_an_input()
    {
        using SmallProject project = With("@git rev-parse --show-cdup 2>/dev/null; : $$(true)");
        IsSeen(project, () => { }, "", ("GIT_DIR", "/nowhere"));
    }

    [Fact]
    public void File_that_it_writes_is_written_again_when_somebody_changed_it()
    {
        using SmallProject project = With("@echo right > written; : $$(true)");
        IsSeen(project, () => project.Write("written", "wrong\n"));
        Assert.Equal("right\n", File.ReadAllText(project.At("written")));
        IsSeen(project, () => File.Delete(project.At("written")));
        Assert.True(File.Exists(project.At("written")));
    }

    [Theory]
    [InlineData("echo same > written; : $$(true)")]
    [InlineData("cp one.c written; cmp -s one.c written")]
    [InlineData("ln -fsn one.c written; : $$(true)")]
    public void File_that_another_make_wrote_again_as_it_was_changes_nothing(string command)
    {
        using SmallProject project = With("@" + command);
        project.Learn();
        for (int i = 1; i <= 3; i++)
        {
            SmallProject.Settle();
            Assert.Equal(0, project.Run([], ("OOT_CACHE", "off")).Code);
            int before = project.Remembered;
            project.Run([]);
            Assert.Equal(before + 1, project.Remembered);
        }
        File.Delete(project.At("written"));
        project.Write("written", "other\n");
        Assert.Equal(project.Run([]), project.Run([], ("OOT_CACHE", "off")));
    }

    [Fact]
    public void File_whose_times_its_command_compares_must_keep_them()
    {
        using SmallProject project = With("@[ one.c -nt written ] && echo older; echo same > written");
        IsSeen(project, () => File.SetLastWriteTimeUtc(project.At("written"), new DateTime(2001, 1, 1)), "older");
    }

    [Fact]
    public void Program_that_is_put_in_front_on_the_path_is_seen()
    {
        using SmallProject project = With("@PATH=bin:$$PATH sh -c 'basename here/x > base; cat base'");
        Directory.CreateDirectory(project.At("bin"));
        IsSeen(project, () => Executable(project, "bin/basename", "#!/bin/sh\necho other\n"), "other");
    }

    [Fact]
    public void Program_that_can_no_longer_write_is_seen()
    {
        Assert.SkipWhen(Environment.UserName == "root", "the user root may write everywhere");
        using SmallProject project = With("@mkdir -p gen; echo x > gen/x");
        project.Learn();
        File.SetUnixFileMode(project.At("gen"), (UnixFileMode)0x16D);
        Assert.Equal(2, project.Run([]).Code);
    }

    [Fact]
    public void Program_that_gives_rights_gives_them()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"), "only root can make such a program, and lay down rights");
        using SmallProject project = With();
        project.Write("rules.mk", "all: watched\nwatched: rights\n\t@setpriv --bounding-set -sys_ptrace,-setuid make --no-print-directory -f below.mk\nrights:\n\t@cp /usr/bin/id $@; chgrp 65534 $@; chmod 2755 $@\n");
        project.Write("below.mk", "all:\n\t@./rights; : $$(true)\n");
        project.Run([]);
        MakeResult real = project.Run([], ("OOT_CACHE", "off"));
        string log = "";
        for (int i = 0; i < 6; i++)
        {
            SmallProject.Settle();
            Assert.Equal(real, project.Run([]));
            log += project.Log;
        }
        Assert.Contains("rights may do anything", log, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_make_looks_at_must_not_get_another_time()
    {
        using var judge = new SmallProject(MakeProgram.Judge);
        using var oot = new SmallProject(MakeProgram.Oot);
        // Every other run finds the file newer: the runs between them do nothing that could be seen but by the next.
        foreach (SmallProject project in (SmallProject[])[judge, oot])
            project.Write("rules.mk", "all: dependent\n.PHONY: watched\nwatched:\n\t@echo same > header\nheader: watched\ndependent: header\n\t@echo MADE; cat header > dependent\n");
        for (int i = 0; i < 8; i++)
        {
            SmallProject.Settle();
            Assert.Equal(judge.Run([]), oot.Run([]));
        }
        Assert.Equal(0, oot.Remembered);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("kill -TERM $$$$")]
    [InlineData("kill -KILL $$$$")]
    [InlineData("no-such-program --at-all")]
    [InlineData("./tool-that-is-missing; false")]
    public void Watched_command_ends_as_it_does_with_GNU_make(string command)
    {
        using var judge = new SmallProject(MakeProgram.Judge);
        using SmallProject oot = With();
        foreach (SmallProject project in (SmallProject[])[judge, oot])
            project.Write("rules.mk", $"all: watched\n.PHONY: watched\nwatched:\n\t@if [ -e go ]; then {command}; fi; : > /dev/null; echo done\n");
        // The second run of the same kind is the one that is watched.
        for (int i = 0; i < 4; i++)
        {
            SmallProject.Settle();
            if (i == 1)
                foreach (SmallProject project in (SmallProject[])[judge, oot])
                    project.Write("go", "");
            Assert.Equal(judge.Run([]), oot.Run([]));
        }
    }

    private static void Executable(SmallProject project, string name, string text)
    {
        project.Write(name, text);
        File.SetUnixFileMode(project.At(name), (UnixFileMode)0x1ED);
    }

    [Fact]
    public void Command_that_goes_on_for_long_is_let_go()
    {
        using SmallProject project = With("@seq 200000000 | tail -n 1 > last; rm last");
        project.Run([]);
        SmallProject.Settle();
        project.Run([]);
        Assert.Contains("it goes on for too long", project.Log, StringComparison.Ordinal);
    }

    /// <summary>A server and its client, each of which waits for the other: whoever is watched must not keep the other waiting for ever.</summary>
    [Fact]
    public void Command_that_waits_for_another_one_gets_it()
    {
        using SmallProject project = With("@until [ -e asked ]; do sleep 0.02; done; rm asked; echo > answered");
        project.Write("rules.mk", File.ReadAllText(project.At("rules.mk")) + "all: client\n.PHONY: client\nclient:\n\t@echo > asked; until [ -e answered ]; do sleep 0.02; done; rm answered\n");
        for (int again = 0; again < 4; again++)
        {
            SmallProject.Settle();
            using Process make = project.Start("log", "-j3");
            bool ended = make.WaitForExit(20_000);
            make.Kill(entireProcessTree: true);
            Assert.True(ended, $"run {again} hangs");
            Assert.Equal(0, make.ExitCode);
        }
    }

    /// <summary>Somebody may be waiting for what a command says before it goes on.</summary>
    [Theory]
    [InlineData("until [ -e heard ]; do sleep 0.02; done")]
    [InlineData("python3 listen.py")]
    public void What_a_command_says_is_heard_while_it_runs(string command)
    {
        using SmallProject project = With($"@echo said; {command}; rm heard");
        project.Write("listen.py", "import os, time\nwhile not os.path.exists('heard'): time.sleep(0.02)\n");
        for (int again = 0; again < 4; again++)
        {
            SmallProject.Settle();
            using Process make = project.Start("log");
            bool isHeard = SpinWait.SpinUntil(() => File.Exists(project.At("log")) && File.ReadAllText(project.At("log")).Contains("said", StringComparison.Ordinal), 20_000);
            project.Write("heard", "");
            Assert.True(make.WaitForExit(20_000));
            File.Delete(project.At("log"));
            Assert.True(isHeard, $"run {again} is silent until its end");
        }
    }
}
