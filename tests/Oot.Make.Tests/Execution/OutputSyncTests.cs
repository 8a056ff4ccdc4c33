using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

[Collection(Children.Name)]
public class OutputSyncTests
{
    private static readonly IReadOnlyList<string> Variables = ProcessContext.Environment();

    private static string Read(int descriptor)
    {
        new Disk().Read($"/proc/self/fd/{descriptor}", out string text);
        return text;
    }

    private static void Run(SynchronizedOutput held, string script)
    {
        Assert.Equal(0, Spawner.Start(new SpawnRequest(["/bin/sh", "-c", script], Variables, null, -1, held.StandardOutput, held.StandardError, []), out _));
    }

    [Fact]
    public void Jobs_that_run_at_once_come_out_one_after_the_other()
    {
        using OutputSync sync = OutputSync.Create(out string? error)!;
        Assert.Null(error);
        int real = TemporaryFiles.OpenNameless();
        SynchronizedOutput[] jobs = [.. Enumerable.Range(0, 3).Select(_ => SynchronizedOutput.Open(real, real)!)];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(jobs[i].StandardOutput, jobs[i].StandardError);
            jobs[i].Write(isError: false, $"command {i}\n");
            Run(jobs[i], $"echo out {i}; sleep 0.05; echo err {i} >&2; echo end {i}");
        }
        while (ChildWaiter.Wait(block: true, out _))
        {
        }
        foreach (SynchronizedOutput job in jobs)
        {
            Assert.True(job.Dump(sync, entering => Disk.WriteAll(real, entering ? "[\n"u8 : "]\n"u8), real, real));
            Assert.True(job.Dump(sync, null, real, real));
            job.Dispose();
        }
        Assert.Equal(string.Concat(Enumerable.Range(0, 3).Select(i => $"[\ncommand {i}\nout {i}\nerr {i}\nend {i}\n]\n")), Read(real));
        SystemCalls.Close(real);
    }

    [Fact]
    public void Separate_streams_are_held_apart_and_a_dumped_job_can_go_on()
    {
        int output = TemporaryFiles.OpenNameless(), error = TemporaryFiles.OpenNameless();
        using SynchronizedOutput job = SynchronizedOutput.Open(output, error)!;
        for (int i = 0; i < 2; i++)
        {
            Run(job, $"echo out {i}; echo err {i} >&2");
            ChildWaiter.Wait(block: true, out _);
            job.Dump(null, null, output, error);
        }
        Assert.Equal("out 0\nout 1\n", Read(output));
        Assert.Equal("err 0\nerr 1\n", Read(error));
        SystemCalls.Close(output);
        SystemCalls.Close(error);
    }

    [Fact]
    public void A_real_make_waits_for_our_lock_and_uses_our_mutex()
    {
        string judge = Judge.Require();
        string folder = Directory.CreateTempSubdirectory("oot-sync-").FullName;
        File.WriteAllText(Path.Combine(folder, "makefile"), "all:;@echo x\n");
        using OutputSync sync = OutputSync.Create(out _)!;
        using SynchronizedOutput held = SynchronizedOutput.Open()!;
        string[] variables = [.. Variables, $"MAKEFLAGS= -j2 -Otarget --sync-mutex={sync.MutexValue}"];
        Assert.True(sync.WhileLocked(() =>
        {
            Spawner.Start(new SpawnRequest([judge, "-C", folder, "--no-print-directory"], variables, null, -1, held.StandardOutput, held.StandardOutput, []), out _);
            Thread.Sleep(300);
            Assert.False(ChildWaiter.Wait(block: false, out _));
        }));
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        Assert.True(exit.Succeeded);
        Assert.Equal("x\n", Read(held.StandardOutput));
    }

    [Fact]
    public void Bad_mutexes_are_told_as_make_does()
    {
        Assert.Null(OutputSync.Open("x", out string? error, out bool isFatal));
        Assert.False(isFatal);
        Assert.Null(OutputSync.Open("fnm:/nonexistent/x", out string? fatal, out isFatal));
        Assert.True(isFatal);
        string folder = Directory.CreateTempSubdirectory("oot-sync-").FullName;
        File.WriteAllText(Path.Combine(folder, "makefile"), "all:;@:\n");
        string judge = Judge.Require();
        Assert.StartsWith($"make: {error}\n", Judge.Run([judge, "-f", folder + "/makefile"], "MAKEFLAGS= -j2 -Otarget --sync-mutex=x").Output);
        Assert.Equal($"make: *** {fatal}.  Stop.\n", Judge.Run([judge, "-f", folder + "/makefile"], "MAKEFLAGS= -j2 -Otarget --sync-mutex=fnm:/nonexistent/x").Output);
    }

    [Theory]
    [InlineData("0.00 0.01 0.05 5/80 11206\n", 4.9, true)]
    [InlineData("9.00 9.01 9.05 5/80 11206\n", 5, false)]
    [InlineData("9.00 9.01 9.05 5/80 11206\n", -1, false)]
    [InlineData(null, 1e9, false)]
    [InlineData("garbage", 0, true)]
    public void Load_is_what_runs_now(string? text, double max, bool exceeds)
    {
        using var load = new LoadAverage(() => text);
        Assert.Equal(exceeds, load.Exceeds(max));
        using var real = new LoadAverage();
        Assert.True(real.Exceeds(0));
        Assert.True(real.Exceeds(0));
        Assert.False(real.Exceeds(1e6));
    }
}
