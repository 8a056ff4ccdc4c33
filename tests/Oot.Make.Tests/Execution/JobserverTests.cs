using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

[Collection(Children.Name)]
public class JobserverTests
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("oot-jobs-").FullName;

    /// <summary>Six targets that each note how many of them run at once.</summary>
    private static string Makefile()
    {
        string path = Path.Combine(Folder, "makefile");
        File.WriteAllText(path, """
            T := 1 2 3 4 5 6
            all: $(T)
            $(T):
            	@touch $(D)/run.$@; ls $(D) | grep -c run >> $(D)/seen; sleep 0.15; rm $(D)/run.$@
            """);
        return path;
    }

    private static (int Most, string Output) RunClient(Jobserver server, string make)
    {
        string data = Directory.CreateTempSubdirectory("oot-jobs-").FullName;
        string[] variables = [.. ProcessContext.Environment().Where(v => !v.StartsWith("MAKEFLAGS=")), $"MAKEFLAGS= -j4 --jobserver-auth={server.AuthValue}"];
        using SynchronizedOutput held = SynchronizedOutput.Open()!;
        Assert.Equal(0, Spawner.Start(new SpawnRequest([make, "-f", Makefile(), $"D={data}"], variables, null, -1, held.StandardOutput, held.StandardOutput, server.ChildDescriptors), out _));
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        new Disk().Read($"/proc/self/fd/{held.StandardOutput}", out string output);
        Assert.True(exit.Succeeded, output);
        return (File.ReadAllLines(Path.Combine(data, "seen")).Max(int.Parse), output);
    }

    [Theory]
    [InlineData("4.4.1", null)]
    [InlineData("4.4.1", "fifo")]
    [InlineData("4.3", null)]
    public void A_real_make_takes_our_tokens_and_gives_them_back(string version, string? style)
    {
        string make = version == "4.3" ? RequireOlder() : Judge.Require();
        using Jobserver server = Jobserver.CreateServer(3, style, out string? error)!;
        Assert.Null(error);
        (int most, string output) = RunClient(server, make);
        Assert.Equal("", output);
        Assert.Equal(4, most);
        Assert.Equal(3, server.AcquireAll());
        if (style == "fifo")
            Assert.False(File.Exists(server.AuthValue["fifo:".Length..]));
    }

    [Fact]
    public void A_real_make_waits_for_tokens_that_we_hold()
    {
        using Jobserver server = Jobserver.CreateServer(3, null, out _)!;
        for (int i = 0; i < 3; i++)
            Assert.True(server.TryAcquire(block: true));
        Assert.False(server.TryAcquire(block: false));
        Assert.Equal(1, RunClient(server, Judge.Require()).Most);
        server.Release();
        Assert.Equal(2, RunClient(server, Judge.Require()).Most);
        server.Release();
        server.Release();
        Assert.Equal(0, server.Held);
        Assert.Equal(3, server.AcquireAll());
    }

    [Fact]
    public void Waiting_for_a_token_ends_when_a_child_does_and_leaves_it_to_be_reaped()
    {
        using Jobserver server = Jobserver.CreateServer(0, null, out _)!;
        Spawner.Start(new SpawnRequest(["sleep", "0.1"], ProcessContext.Environment(), null, -1, -1, -1, []), out int pid);
        Assert.False(server.TryAcquire(block: true));
        Assert.True(ChildWaiter.Wait(block: false, out ChildExit exit));
        Assert.Equal(pid, exit.Pid);
    }

    [Fact]
    public void Waiting_for_a_token_ends_in_time_or_with_the_token()
    {
        using Jobserver server = Jobserver.CreateServer(0, "fifo", out _)!;
        Spawner.Start(new SpawnRequest(["sleep", "1"], ProcessContext.Environment(), null, -1, -1, -1, []), out _);
        Assert.False(server.TryAcquire(block: true, milliseconds: 50));
        using Jobserver client = Jobserver.OpenClient(server.AuthValue, out _)!;
        client.Release();
        Assert.True(server.TryAcquire(block: true));
        ChildWaiter.Wait(block: true, out _);
    }

    [Theory]
    [InlineData("4.4.1", "--jobserver-style=pipe")]
    [InlineData("4.4.1", "--jobserver-style=fifo")]
    [InlineData("4.3", "-s")]
    public void We_take_tokens_of_a_real_make(string version, string style)
    {
        // The real make's recipe shows its auth value and hands its descriptors to a process that reopens them for us.
        string make = version == "4.3" ? RequireOlder() : Judge.Require();
        string makefile = Path.Combine(Folder, "server");
        File.WriteAllText(makefile, "all:\n\t+@echo $$$$ $(MAKEFLAGS) > $(F).new && mv $(F).new $(F); while [ -e $(F) ]; do sleep 0.02; done\n");
        string file = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        Spawner.Start(new SpawnRequest([make, "-j3", style, "-f", makefile, "F=" + file], [.. ProcessContext.Environment()], null, -1, -1, -1, []), out _);
        while (!File.Exists(file))
            Thread.Sleep(10);
        string[] words = File.ReadAllText(file).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string auth = words.Single(w => w.StartsWith("--jobserver-auth="))["--jobserver-auth=".Length..];
        if (!auth.StartsWith("fifo:"))
            auth = string.Join(",", auth.Split(',').Select((end, i) => SystemCalls.Open($"/proc/{words[0]}/fd/{end}", i, 0)));
        Jobserver client = Jobserver.OpenClient(auth, out string? warning)!;
        Assert.Null(warning);
        Assert.True(client.TryAcquire(block: false));
        Assert.True(client.TryAcquire(block: false));
        Assert.False(client.TryAcquire(block: false));
        client.Release();
        client.Release();
        client.Clear();
        File.Delete(file);
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        Assert.True(exit.Succeeded);
    }

    [Fact]
    public void The_shared_pipe_stays_blocking()
    {
        using Jobserver server = Jobserver.CreateServer(1, null, out _)!;
        Assert.True(server.TryAcquire(block: false));
        Assert.Equal(0, SystemCalls.Control(server.ChildDescriptors[0], SystemCalls.GetStatusFlags, 0) & SystemCalls.NonBlocking);
    }

    [Theory]
    [InlineData("x", "invalid --jobserver-auth string 'x'")]
    [InlineData("3", "invalid --jobserver-auth string '3'")]
    [InlineData("-2,-2", null)]
    [InlineData("998,999", null)]
    [InlineData("fifo:/nonexistent/f", "cannot open jobserver /nonexistent/f: No such file or directory")]
    public void Unusable_pools_are_told_as_make_does(string auth, string? expected)
    {
        Assert.Null(Jobserver.OpenClient(auth, out string? warning));
        Assert.Equal(expected, warning);
        string makefile = Path.Combine(Folder, "nothing");
        File.WriteAllText(makefile, "all:;@:\n");
        string prefix = expected is null ? "" : $"make: {expected}\n";
        Assert.Equal(prefix + $"make: {JobserverMessages.Unavailable}\n", Judge.Run([Judge.Require(), "-f", makefile], $"MAKEFLAGS= -j2 --jobserver-auth={auth}").Output);
    }

    [Fact]
    public void An_unknown_style_is_told_as_make_does()
    {
        Assert.Null(Jobserver.CreateServer(2, "x", out string? error));
        Assert.Equal($"make: *** {error}.  Stop.\n", Judge.Run([Judge.Require(), "-j3", "--jobserver-style=x", "-f", Makefile()]).Output);
    }

    private static string RequireOlder()
    {
        const string Path = "/usr/bin/make";
        if (!File.Exists(Path) || !Judge.Run([Path, "--version"]).Output.StartsWith("GNU Make 4.3"))
            Assert.Skip("no GNU make 4.3 at /usr/bin/make; apt-get install make on Debian 12");
        return Path;
    }
}
