using System.Diagnostics;
using System.Text.Json;
using Oot.Core;
using Xunit;

namespace Oot.Tests;

/// <summary><c>--trace-file</c>: one array of events, whatever number of processes wrote it.</summary>
public sealed class TraceFileTests : IDisposable
{
    private const string Makefile = """
        include part.mk
        TEXT := $(shell printf 'a\tb\377"\n')
        all: one two
        	@$(MAKE) --no-print-directory -f below.mk; exit 0
        one two:
        	@sleep 0.3; touch $@
        show:
        	@env | grep -c OOT_TRACE
        	@echo '$(filter OOT_TRACE,$(.VARIABLES))$(OOT_TRACE)$(MAKEFLAGS)'

        """;

    private readonly RunningOot oot = new();

    public TraceFileTests()
    {
        oot.Root.Write("Makefile", Makefile);
        oot.Root.Write("part.mk", "PART := $(shell sed -n 1p part.mk)\n");
        oot.Root.Write("below.mk", "all:\n\t@false\n");
    }

    private string TracePath => oot.Root.Path + "/trace.json";

    public void Dispose() => oot.Dispose();

    private static List<JsonElement> Events(string text) => [.. JsonDocument.Parse(text).RootElement.EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";

    /// <summary>Every end has its beginning, in the lane of its process; the value is how many pairs there are.</summary>
    private static int AssertNested(IEnumerable<JsonElement> events)
    {
        int pairs = 0;
        foreach (IGrouping<string, JsonElement> lane in events.GroupBy(e => $"{Text(e, "pid")}/{Text(e, "tid")}"))
        {
            int depth = 0;
            long time = 0;
            foreach (JsonElement e in lane)
            {
                Assert.True(e.GetProperty("ts").GetInt64() >= time);
                time = e.GetProperty("ts").GetInt64();
                depth += Text(e, "ph") switch { "B" => 1, "E" => -1, _ => 0 };
                Assert.True(depth >= 0, lane.Key);
                pairs += Text(e, "ph") == "E" ? 1 : 0;
            }
            Assert.True(depth == 0, lane.Key);
        }
        return pairs;
    }

    [Fact]
    public void Shows_evaluation_commands_and_waiting_of_all_makes()
    {
        ProgramResult result = oot.Run("make", "-j2", "--trace-file=" + TracePath);
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        List<JsonElement> events = Events(File.ReadAllText(TracePath));
        Assert.True(AssertNested(events) > 10);
        Assert.Equal(2, events.Select(e => Text(e, "pid")).Distinct().Count());

        string[] names = [.. events.Where(e => Text(e, "ph") == "B").Select(e => Text(e, "name"))];
        foreach (string expected in (string[])["read makefiles", "Makefile", "part.mk", "below.mk", "update goals", "all", "one", "two", "wait for a command"])
            Assert.Contains(expected, names);
        JsonElement shell = events.First(e => Text(e, "name").StartsWith("printf", StringComparison.Ordinal));
        Assert.Equal("printf 'a\\tb\\377\"\\n'", Text(shell.GetProperty("args"), "shell"));

        // The failed command of the make below, with its process, and both jobs of -j2 at the same time.
        Assert.Contains(events, e => Text(e, "ph") == "E" && e.TryGetProperty("args", out JsonElement args) && Text(args, "exit") == "1");
        JsonElement[] sleeps = [.. events.Where(e => Text(e, "cat") == "command" && Text(e, "name").StartsWith("sleep", StringComparison.Ordinal))];
        Assert.Equal(["1", "2"], sleeps.Select(e => Text(e, "tid")).Order());
        Assert.True(Math.Abs(sleeps[0].GetProperty("ts").GetInt64() - sleeps[1].GetProperty("ts").GetInt64()) < 300_000);
        Assert.Contains(events, e => Text(e, "cat") == "program" && Text(e, "name") == "sleep" && int.Parse(Text(e.GetProperty("args"), "pid"), System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public void Tells_what_was_answered_from_memory()
    {
        oot.Run("make", "show", "--trace-file", TracePath);
        Thread.Sleep(50);
        oot.Run("make", "show", "--trace-file", TracePath);
        List<JsonElement> events = Events(File.ReadAllText(TracePath));
        AssertNested(events);
        Assert.Contains(events, e => Text(e, "ph") == "E" && e.TryGetProperty("args", out JsonElement args) && Text(args, "answer") == "from memory");
    }

    [Fact]
    public void Makefiles_and_recipes_do_not_see_it()
    {
        ProgramResult plain = oot.Run("make", "show"), traced = oot.Run("make", "show", "--trace-file=" + TracePath);
        Assert.Equal("0\n\n", plain.Output.Replace("make: *** [Makefile:8: show] Error 1\n", "", StringComparison.Ordinal) + (plain.ExitCode == 2 ? "\n" : ""));
        Assert.Equal((plain.ExitCode, plain.Output, plain.Error), (traced.ExitCode, traced.Output, traced.Error));
    }

    [Fact]
    public void A_make_that_starts_anew_goes_on_in_the_same_file()
    {
        oot.Root.Write("again.mk", "-include made.mk\nall: ; @echo $(MADE)\nmade.mk: ; @echo 'MADE := yes' > $@\n");
        ProgramResult result = oot.Run("make", "-f", "again.mk", "--trace-file=" + TracePath);
        Assert.Equal(("", "yes\n", 0), (result.Error, result.Output, result.ExitCode));
        List<JsonElement> events = Events(File.ReadAllText(TracePath));
        AssertNested(events);
        Assert.Equal(2, events.Count(e => Text(e, "name") == "read makefiles"));
    }

    [Fact]
    public void A_killed_build_leaves_all_but_the_last_bracket()
    {
        oot.Root.Write("Makefile", "all: ; @sleep 60\n");
        using var process = Process.Start(new ProcessStartInfo(AppContext.BaseDirectory + "oot", ["make", "--trace-file=" + TracePath]) { WorkingDirectory = oot.Root.Path })!;
        for (int i = 0; i < 200 && !(File.Exists(TracePath) && File.ReadAllText(TracePath).Contains("sleep 60", StringComparison.Ordinal)); i++)
            Thread.Sleep(50);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        string text = File.ReadAllText(TracePath);
        Assert.ThrowsAny<JsonException>(() => Events(text));
        Assert.Contains(Events(text + "]"), e => Text(e, "name") == "sleep 60");
    }

    [Fact]
    public void An_unwritable_file_is_told_of_before_anything_runs()
    {
        ProgramResult result = oot.Run("make", "--trace-file=/nonexistent/trace.json");
        Assert.Equal(
            (66, "error: cannot write '/nonexistent/trace.json': No such file or directory [OOT2004]\n  Make room, or make it writable, and run the same command again.\n"),
            (result.ExitCode, result.Error));
        Assert.False(File.Exists(oot.Root.Path + "/one"));
    }

    /// <summary>Whether an object exports anything is seen without the programs that say so, unless one of them is no program that is known.</summary>
    [Fact]
    public void Check_that_says_nothing_starts_nothing()
    {
        string source = oot.Root.Write("x.c", "int __ksymtab_x;\n");
        using (Process compiler = Process.Start("gcc", ["-c", source, "-o", oot.Root.At("x.o")]))
            compiler.WaitForExit();
        oot.Root.Write("check.mk", "all:\n\t@if nm x.o 2>/dev/null | grep -q __ksymtab; then echo yes; fi\n\t@set -e; ! nm x.o | grep -q __other; echo no\n\t@nm none.o | grep -q __ksymtab || echo none\n");
        File.SetUnixFileMode(oot.Root.Write("bin/nm", "#!/bin/sh\nexec /usr/bin/nm \"$@\"\n"), (UnixFileMode)0x1ED);
        foreach ((string path, int calls) in (ReadOnlySpan<(string, int)>)[("/usr/bin:/bin", 1), (oot.Root.At("bin") + ":/usr/bin:/bin", 3)])
        {
            ProgramResult result = oot.RunWith([("PATH", path)], "make", "-f", "check.mk", "--trace-file=" + TracePath);
            Assert.Equal("yes\nno\nnone\n", result.Output);
            Assert.Contains("none.o", result.Error, StringComparison.Ordinal);
            Assert.Equal(calls, Events(File.ReadAllText(TracePath)).Count(e => Text(e, "cat") == "program" && Text(e, "name") == "nm"));
        }
    }
}
