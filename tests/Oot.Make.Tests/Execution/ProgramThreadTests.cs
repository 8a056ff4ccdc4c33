using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>To a make, a program in a thread is a child like one that is a process.</summary>
[Collection(Children.Name)]
public sealed class ProgramThreadTests
{
    [Fact]
    public void It_has_words_an_environment_and_a_status()
    {
        IReadOnlyList<string>? words = null, environment = null;
        int number = Start((ownWords, ownEnvironment, _, _, _) =>
        {
            (words, environment) = (ownWords, ownEnvironment);
            return 7;
        });
        Assert.Equal(new ChildExit(number, 7, 0, false), Wait());
        Assert.Equal(["program", "a b"], words);
        Assert.Equal(["A=1"], environment);
        Assert.Equal(0, ChildWaiter.Count);
    }

    [Fact]
    public void Its_descriptors_stay_open_when_who_started_it_closes_them()
    {
        using var directory = new TemporaryDirectory();
        string input = directory.Write("input", "text"), output = directory.Write("output", "");
        using var closed = new ManualResetEventSlim();
        int[] own = [], given = [SystemCalls.Open(input, SystemCalls.ReadOnly, 0), SystemCalls.Open(output, SystemCalls.WriteOnly, 0)];
        Start(
            (_, _, read, write, _) =>
            {
                own = [read, write];
                closed.Wait();
                byte[] buffer = new byte[10];
                new DescriptorStream(write).Write(buffer, 0, new DescriptorStream(read).Read(buffer, 0, buffer.Length));
                return 0;
            },
            given[0],
            given[1]);
        foreach (int descriptor in given)
            _ = SystemCalls.Close(descriptor);
        closed.Set();
        Assert.True(Wait().Succeeded);
        Assert.Equal("text", File.ReadAllText(output));
        Assert.DoesNotContain(own, SystemCalls.IsOpen);
    }

    [Fact]
    public void An_exception_is_an_abort()
    {
        using var directory = new TemporaryDirectory();
        string said = directory.Write("said", "");
        int error = SystemCalls.Open(said, SystemCalls.WriteOnly, 0);
        int number = Start((_, _, _, _, _) => throw new InvalidDataException("what went wrong"), error: error);
        const int Abort = 6;
        Assert.Equal(new ChildExit(number, 0, Abort, false), Wait());
        _ = SystemCalls.Close(error);
        Assert.Contains("what went wrong", File.ReadAllText(said), StringComparison.Ordinal);
    }

    [Fact]
    public unsafe void One_that_reads_what_never_comes_ends_by_a_signal_all_the_same()
    {
        int* ends = stackalloc int[2];
        Assert.Equal(0, SystemCalls.Pipe(ends, SystemCalls.CloseOnExec));
        int number = Start((_, _, input, _, _) => new DescriptorStream(input).Read(new byte[1], 0, 1), ends[0]);
        // A terminal's signal, which no process is sent.
        Assert.False(ProcessSignals.Forward(ProcessSignals.Interrupt));
        Assert.Equal(new ChildExit(number, 0, ProcessSignals.Interrupt, false), Wait());
        _ = SystemCalls.Close(ends[1]);
        _ = SystemCalls.Close(ends[0]);
    }

    [Fact]
    public void One_that_is_about_to_end_ends_before_its_target_is_deleted()
    {
        bool hasWritten = false;
        Start((_, _, _, _, _) =>
        {
            Thread.Sleep(50);
            Volatile.Write(ref hasWritten, true);
            return 0;
        });
        Assert.True(ProcessSignals.Forward(ProcessSignals.Terminate));
        Assert.True(Volatile.Read(ref hasWritten));
        Assert.Equal(ProcessSignals.Terminate, Wait().Signal);
    }

    private static int Start(ProgramHere program, int input = -1, int output = -1, int error = -1)
    {
        Assert.True(ProgramThread.TryStart(program, new SpawnRequest(["program", "a b"], ["A=1"], null, input, output, error, []), out int number));
        return number;
    }

    private static ChildExit Wait()
    {
        Assert.True(ChildWaiter.Wait(block: true, out ChildExit exit));
        return exit;
    }
}
