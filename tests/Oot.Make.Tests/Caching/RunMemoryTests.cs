using System.Diagnostics;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A run that did nothing is answered from memory as long as nothing that it asked has changed, and not once longer.</summary>
public sealed class RunMemoryTests
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private static SmallProject Learnt(params string[] words)
    {
        var project = new SmallProject(MakeProgram.Oot);
        project.Learn(words);
        return project;
    }

    private static void AnswersFromMemory(SmallProject project, string[]? words = null, params (string Name, string Value)[] environment)
    {
        int before = project.Remembered;
        project.Run(words ?? [], environment);
        Assert.True(project.Remembered == before + 1, project.Log);
    }

    private static MakeResult LooksAgain(SmallProject project, string[]? words = null, params (string Name, string Value)[] environment)
    {
        int before = project.Remembered;
        MakeResult result = project.Run(words ?? [], environment);
        Assert.Equal(before, project.Remembered);
        return result;
    }

    [Fact]
    public void Unchanged_run_prints_the_same_bytes_from_memory()
    {
        using SmallProject project = Learnt("-w");
        MakeResult remembered = project.Run(["-w"]);
        MakeResult real = project.Run(["-w"], ("OOT_CACHE", "off"));
        Assert.Equal(real, remembered);
        Assert.Contains("make[1]: Entering directory '@/sub1'", remembered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void File_changed_within_the_same_second_is_seen()
    {
        using SmallProject project = Learnt();
        project.Write("one.c", "eno\n");
        Assert.Contains("CC one.o", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Restored_older_file_is_seen()
    {
        using SmallProject project = Learnt();
        File.SetLastWriteTimeUtc(project.At("one.c"), LongAgo);
        LooksAgain(project);
    }

    [Fact]
    public void Content_of_the_same_size_and_time_is_seen()
    {
        using SmallProject project = Learnt();
        DateTime time = File.GetLastWriteTimeUtc(project.At("kind"));
        project.Write("kind", "QUIET\n");
        File.SetLastWriteTimeUtc(project.At("kind"), time);
        LooksAgain(project);
    }

    [Fact]
    public void Tool_replaced_in_place_is_seen()
    {
        using SmallProject project = Learnt();
        DateTime time = File.GetLastWriteTimeUtc(project.At("tool"));
        File.WriteAllText(project.At("tool.new"), "#!/bin/sh\necho tool 2\n");
        File.SetUnixFileMode(project.At("tool.new"), (UnixFileMode)0x1ED);
        File.SetLastWriteTimeUtc(project.At("tool.new"), time);
        File.Move(project.At("tool.new"), project.At("tool"), overwrite: true);
        LooksAgain(project);
    }

    [Fact]
    public void Header_that_shadows_another_is_seen()
    {
        using SmallProject project = Learnt();
        project.Write("headers1/common.h", "shadow\n");
        Assert.Contains("CC one.o", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void New_file_of_a_pattern_is_seen()
    {
        using SmallProject project = Learnt();
        project.Write("four.c", "four\n");
        Assert.Contains("CC four.o", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Makefile_that_was_missing_is_seen()
    {
        using SmallProject project = Learnt();
        project.Write("missing.mk", "$(info here)\n");
        Assert.Contains("here", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_of_a_make_below_is_seen()
    {
        using SmallProject project = Learnt();
        project.Write("sub1/include/b", "b\n");
        Assert.Contains("include/b", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_behind_a_link_is_seen()
    {
        using SmallProject project = Learnt();
        File.Delete(project.At("link"));
        File.CreateSymbolicLink(project.At("link"), "sub2");
        Assert.Contains("cat in > out", LooksAgain(project).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_newly_set_is_seen_where_it_is_looked_up()
    {
        using SmallProject project = Learnt();
        AnswersFromMemory(project, [], ("SOMETHING_ELSE", "1"));
        Assert.Contains("flavour sweet", LooksAgain(project, [], ("FLAVOUR", "sweet")).Output, StringComparison.Ordinal);
        LooksAgain(project, [], ("MODE", "fancy"));
        LooksAgain(project, [], ("LD_LIBRARY_PATH", "/nowhere"));
        LooksAgain(project, [], ("MAKEFILES", project.At("rules.mk")));
        // A run with other variables takes the place of the one before.
        LooksAgain(project);
        AnswersFromMemory(project);
    }

    [Fact]
    public void Every_variable_counts_where_all_are_listed()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("rules.mk", "ALL := $(.VARIABLES)\n");
        project.Learn();
        LooksAgain(project, [], ("SOMETHING_ELSE", "1"));
    }

    [Fact]
    public void Words_of_the_command_line_count()
    {
        using SmallProject project = Learnt();
        LooksAgain(project, ["MODE=x"]);
        LooksAgain(project, ["-s"]);
        LooksAgain(project, ["-n"]);
        LooksAgain(project, ["-B"]);
    }

    [Fact]
    public void Mask_of_new_files_counts()
    {
        using SmallProject project = Learnt();
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "umask 0007; env -i \"PATH=$1:/usr/bin:/bin\" HOME=/home/of/nobody XDG_CACHE_HOME=\"$2\" OOT_CACHE_LOG=1 make", "sh",
            Path.GetDirectoryName(Environment.GetEnvironmentVariable("OOT_MAKE"))!, project.Cache])
        { WorkingDirectory = project.Path, RedirectStandardError = true, RedirectStandardOutput = true })!;
        Assert.DoesNotContain("run remembered", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_from_the_future_is_warned_of_every_time()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Run([]);
        File.SetLastWriteTimeUtc(project.At("one.c"), DateTime.UtcNow.AddHours(2));
        File.SetLastWriteTimeUtc(project.At("one.o"), DateTime.UtcNow.AddHours(3));
        for (int i = 0; i < 3; i++)
        {
            SmallProject.Settle();
            Assert.Contains("in the future", LooksAgain(project).Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Recipe_that_does_something_is_run_every_time()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("Makefile", "all: sub\n\techo x >> log\nsub:\n\t$(MAKE) -f more.mk\n");
        project.Write("more.mk", "all:\n\techo y >> log\n");
        for (int i = 0; i < 4; i++)
        {
            SmallProject.Settle();
            LooksAgain(project);
        }
        Assert.Equal(8, File.ReadAllLines(project.At("log")).Length);
    }

    [Theory]
    [InlineData("X := $(shell date +%N)")]
    [InlineData("X := $(shell echo $$RANDOM$$$$)")]
    [InlineData("X := $(file >written,x)")]
    [InlineData("X := $(shell touch written)")]
    [InlineData("X := $(file <)$(file </proc/self/stat)")]
    [InlineData("X := $(shell read a; echo $$a)")]
    [InlineData("X := $(shell cat)")]
    [InlineData("X := $(shell sh -c 'cat /proc/uptime')")]
    [InlineData("X := $(shell env)")]
    [InlineData("X := $(shell bash -c set)")]
    [InlineData("X := $(shell git status --no-such-thing; sleep 0)")]
    [InlineData("X := $(wildcard ~root/*)")]
    public void What_is_not_a_function_of_its_inputs_is_never_remembered(string line)
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("rules.mk", line + "\n");
        for (int i = 0; i < 5; i++)
        {
            SmallProject.Settle();
            LooksAgain(project);
        }
    }

    [Fact]
    public void Directory_to_be_made_counts_as_long_as_it_is_there()
    {
        using var project = new SmallProject(MakeProgram.Oot);
        project.Write("rules.mk", "X := $(shell mkdir -p made/deep made/other)\n");
        project.Learn();
        project.Write("made/deep/file", "");
        AnswersFromMemory(project);
        Directory.Delete(project.At("made/deep"), recursive: true);
        LooksAgain(project);
        Assert.True(Directory.Exists(project.At("made/deep")));
        project.Learn();
        Directory.Delete(project.At("made/other"));
        project.Write("made/other", "");
        Assert.Contains("mkdir: cannot create directory", LooksAgain(project).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_and_foreign_memories_are_not_used()
    {
        using SmallProject project = Learnt();
        string file = Assert.Single(Directory.GetFiles(Path.Combine(project.Cache, "oot/make/runs")));
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(1);
        for (int i = 0; i < 40; i++)
        {
            byte[] damaged = (byte[])whole.Clone();
            if (i % 2 == 0)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
            else
                damaged = damaged[..random.Next(damaged.Length)];
            File.WriteAllBytes(file, damaged);
            LooksAgain(project);
        }
        File.WriteAllBytes(file, whole);
        File.SetUnixFileMode(file, (UnixFileMode)0x1B6);
        LooksAgain(project);
    }

    [Fact]
    public void Terminal_and_pipe_are_different_runs()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "no script; apt-get install bsdutils");
        using SmallProject project = Learnt();
        string tools = Path.GetDirectoryName(Environment.GetEnvironmentVariable("OOT_MAKE"))!;
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", "make", "/dev/null"]) { WorkingDirectory = project.Path, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment.Clear();
        foreach ((string name, string value) in new[] { ("PATH", tools + ":/usr/bin:/bin"), ("HOME", "/home/of/nobody"), ("XDG_CACHE_HOME", project.Cache), ("OOT_CACHE_LOG", "1") })
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Assert.DoesNotContain("run remembered", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        AnswersFromMemory(project);
    }
}
