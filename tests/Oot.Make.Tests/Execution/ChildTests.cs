using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>Tests that start children share one table of them, so they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Children
{
    public const string Name = "children";
}

[Collection(Children.Name)]
public class ChildTests
{
    private static readonly IReadOnlyList<string> Variables = ProcessContext.Environment();

    private static int Start(string script) => Start(["/bin/sh", "-c", script]);

    private static int Start(IReadOnlyList<string> words, int output = -1, IReadOnlyList<int>? inherited = null)
    {
        Assert.Equal(0, Spawner.Start(new SpawnRequest(words, Variables, null, -1, output, -1, inherited ?? []), out int pid));
        return pid;
    }

    [Fact]
    public void A_thousand_children_give_a_thousand_right_statuses()
    {
        var expected = new Dictionary<int, int>();
        int started = 0, right = 0;
        while (right < 1000)
        {
            for (; started < 1000 && ChildWaiter.Count < 8; started++)
                expected[Start($"exit {started % 256}")] = started % 256;
            Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
            Assert.True(expected.Remove(exit.Pid, out int code));
            Assert.Equal((code, 0, false), (exit.ExitCode, exit.Signal, exit.CoreDumped));
            right++;
        }
        Assert.False(ChildWaiter.Wait(block: true, out _));
    }

    [Fact]
    public void A_child_that_a_signal_ended_says_which()
    {
        int pid = Start("kill -TERM $$");
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        Assert.Equal((pid, 0, 15), (exit.Pid, exit.ExitCode, exit.Signal));
        Assert.False(exit.Succeeded);
    }

    [Fact]
    public void Not_blocking_tells_only_of_ended_children()
    {
        int pid = Start("sleep 0.2");
        Assert.False(ChildWaiter.Wait(block: false, out _));
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        Assert.Equal(pid, exit.Pid);
    }

    [Fact]
    public void An_ignored_SIGCHLD_loses_no_status()
    {
        // In a process of its own: the handler is the whole process's, and the framework waits for its children by it.
        string? oot = Environment.GetEnvironmentVariable("OOT_MAKE");
        Assert.SkipUnless(File.Exists(oot), "OOT_MAKE does not name oot under the name make; ./test --setup builds it");
        ShellResult[] results = [.. new[] { Judge.Require(), oot! }.Select(make =>
            ShellCapture.Run(["/bin/sh", "-c", "env --ignore-signal=CHLD \"$0\" -r --eval 'all: ; @exit 7' 2>&1", make], Variables, null, -1))];
        Assert.Contains("Error 7", results[0].Output);
        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void A_signal_ends_a_wait_and_the_next_wait_blocks_again()
    {
        int pid = Start("exec sleep 5");
        Start("sleep 0.2; exec kill -TERM " + Environment.ProcessId);
        DateTime start = DateTime.UtcNow;
        // The one that sends the signal may be told of before the signal or after it.
        while (ChildWaiter.Wait(block: true, out ChildExit sender))
            Assert.NotEqual(pid, sender.Pid);
        Assert.Equal(ProcessSignals.Terminate, ProcessSignals.Pending);
        Assert.Equal(ProcessSignals.Terminate, ProcessSignals.Take());
        ProcessSignals.Forward(ProcessSignals.Terminate);
        ChildExit exit;
        do
            Assert.True(ChildWaiter.Wait(block: true, out exit));
        while (exit.Pid != pid);
        Assert.Equal(ProcessSignals.Terminate, exit.Signal);
        Assert.True(DateTime.UtcNow - start < TimeSpan.FromSeconds(3));
        Assert.Equal(0, ProcessSignals.Pending);
    }

    [Fact]
    public void Children_start_with_default_SIGPIPE_and_no_blocked_signal()
    {
        ShellResult result = ShellCapture.Run(["grep", "-E", "Sig(Blk|Ign)", "/proc/self/status"], Variables, null, -1);
        string[] lines = result.Output.Split('\n');
        Assert.Equal("SigBlk:\t0000000000000000", lines[0]);
        Assert.Equal(0, Convert.ToInt64(lines[1][8..], 16) & (1 << 12));
    }

    [Fact]
    public void Only_named_descriptors_are_inherited()
    {
        using Jobserver server = Jobserver.CreateServer(1, null, out _)!;
        IReadOnlyList<int> ends = server.ChildDescriptors;
        string script = $"for f in {ends[0]} {ends[1]}; do [ -e /proc/self/fd/$f ] && echo $f; done; true";
        Assert.Equal("", ShellCapture.Run(["/bin/sh", "-c", script], Variables, null, -1).Output);
        using SynchronizedOutput held = SynchronizedOutput.Open()!;
        Start(["/bin/sh", "-c", script], held.StandardOutput, ends);
        ChildWaiter.Wait(block: true, out _);
        new Disk().Read($"/proc/self/fd/{held.StandardOutput}", out string text);
        Assert.Equal($"{ends[0]}\n{ends[1]}\n", text);
    }

    [Fact]
    public void Captured_output_is_whole_and_comes_with_its_status()
    {
        ShellResult result = ShellCapture.Run(["/bin/sh", "-c", "seq 1 50000; exit 3"], Variables, null, -1);
        Assert.Equal(string.Concat(Enumerable.Range(1, 50000).Select(i => $"{i}\n")), result.Output);
        Assert.Equal((3, 0, 0), (result.ExitCode, result.Signal, result.SpawnErrno));
    }

    [Fact]
    public void Programs_are_found_and_missed_as_make_does()
    {
        string judge = Judge.Require();
        string folder = Directory.CreateTempSubdirectory("oot-path-").FullName;
        Judge.Run(["sh", "-c", $"cd {folder} && mkdir a b b/sub && touch plain a/unreadable a/both script && cp /bin/true b/both && printf 'echo script $0 $1\\n' > script && chmod +x script && printf '#!/nonexistent\\n' > bad && chmod +x bad"]);
        foreach (string path in (string[])[$"{folder}/a:{folder}/b", $"{folder}/plain:{folder}/b", ":/bin", $"{folder}/b/", "/nonexistent", ""])
        {
            foreach (string program in (string[])["both", "unreadable", "sub", "missing", "script", "./script", "bad", "./bad", "./plain", "./plain/x", "b", "./b", "/nonexistent/x"])
            {
                string makefile = Path.Combine(folder, "makefile");
                File.WriteAllText(makefile, $"export PATH := {path}\nall:\n\t@{program} word\n");
                string expected = Judge.Run([judge, "-C", folder, "--no-print-directory", "-f", makefile]).Output.Split('\n')[0];
                ShellResult actual = CaptureIn(folder, [program, "word"], [$"PATH={path}", "LC_ALL=C"]);
                string said = actual.SpawnErrno != 0 ? $"make: {program}: {Errno.Message(actual.SpawnErrno)}" : actual.Output.Split('\n')[0];
                Assert.Equal($"{path} {program} {expected}", $"{path} {program} {said}");
            }
        }
    }

    private static ShellResult CaptureIn(string folder, IReadOnlyList<string> words, IReadOnlyList<string> variables)
    {
        string before = ProcessContext.WorkingDirectory()!;
        ProcessContext.Enter(folder);
        try
        {
            return ShellCapture.Run(words, variables, null, -1);
        }
        finally
        {
            ProcessContext.Enter(before);
        }
    }
}
