using System.Globalization;
using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution.Shell;

/// <summary>A script of <c>$(shell)</c> that runs in the process, from its beginning to its end; its programs write into a pipe.</summary>
internal sealed class CapturedScript
{
    /// <summary>How often programs without a pidfd are asked.</summary>
    private const int AskAgainMilliseconds = 5;

    private const int CommandNotFound = 127;

    private readonly List<(int Pid, int Descriptor)> _children = [];
    private readonly OutputPipe _pipe;
    private readonly ShellProcess _process;

    private CapturedScript(ShellProgram program, ShellVariables variables, IReadOnlyList<string> environment, bool exitsOnError, int errorDescriptor, IDisk disk, OutputPipe pipe)
    {
        _pipe = pipe;
        var streams = new ShellStreams(MakeProcess.Current.StandardInput, pipe.WriteEnd, errorDescriptor < 0 ? 2 : errorDescriptor);
        _process = new ShellProcess(program, new ShellLaunch(environment, streams, [], exitsOnError, disk, Start, pipe), variables);
    }

    /// <summary>Runs the script of these words, if it needs no shell; null, and nothing done, if it does.</summary>
    /// <param name="words">The shell, its flags and the script.</param>
    /// <param name="environment">Its environment.</param>
    /// <param name="errorDescriptor">Its standard error; −1 for make's own.</param>
    public static ShellResult? TryRun(IReadOnlyList<string> words, IReadOnlyList<string> environment, int errorDescriptor)
    {
        if (words.Count != 3 || words[0] != CommandLine.DefaultShell)
            return null;
        var disk = new Disk();
        var shell = new InProcessShell(disk) { IsOff = InProcessShell.IsOffIn(environment) };
        // A make runs only one script of this kind at a time, so that its number is as good as a shell's.
        string number = MakeProcess.Current.UniqueNumber.ToString(CultureInfo.InvariantCulture);
        if (shell.ProgramOf(words, environment, number) is not { } program || OutputPipe.Open() is not { } pipe)
            return null;
        var script = new CapturedScript(program, shell.VariablesOf(environment), environment, words[1] == "-ec", errorDescriptor, disk, pipe);
        ShellResult result = script.Run();
        _ = Close(pipe.ReadEnd);
        return result;
    }

    private ShellResult Run()
    {
        _process.Run();
        while (_process.Exit is null && Await())
            ReapEnded();
        _pipe.CloseWriteEnd();
        while (_pipe.Drain() && Await())
        {
        }
        return _process.Exit is { } exit && ProcessSignals.Pending == 0
            ? new ShellResult(_pipe.Text, exit.ExitCode, exit.Signal, 0)
            : new ShellResult(_pipe.Text, CommandNotFound, ProcessSignals.Pending, 0);
    }

    private int Start(SpawnRequest request, out int pid)
    {
        int errno = Spawner.StartUnwatched(request, out pid);
        if (errno == 0)
            _children.Add((pid, OpenProcess(pid)));
        return errno;
    }

    /// <summary>Waits until something can be read or a program has ended; false when a signal is to be handled first.</summary>
    private unsafe bool Await()
    {
        var entries = new PollEntry[_children.Count + 2];
        entries[0] = new PollEntry { Descriptor = ProcessSignals.WakeDescriptor, Events = PollIn };
        entries[1] = new PollEntry { Descriptor = _pipe.ReadEnd, Events = PollIn };
        bool mustAsk = false;
        for (int i = 0; i < _children.Count; i++)
        {
            entries[i + 2] = new PollEntry { Descriptor = _children[i].Descriptor, Events = PollIn };
            mustAsk |= _children[i].Descriptor < 0;
        }
        fixed (PollEntry* p = entries)
        {
            while (Poll(p, (nuint)entries.Length, mustAsk ? AskAgainMilliseconds : -1) < 0 && SystemCalls.Errno == Core.Errno.Interrupted)
            {
            }
        }
        if (entries[1].Returned != 0)
            _ = _pipe.Drain();
        return entries[0].Returned == 0;
    }

    private void ReapEnded()
    {
        for (int i = _children.Count - 1; i >= 0; i--)
        {
            (int pid, int descriptor) = _children[i];
            if (!ChildWaiter.TryReap(pid, NoHang, out ChildExit exit))
                continue;
            _children.RemoveAt(i);
            if (descriptor >= 0)
                _ = Close(descriptor);
            _process.ChildEnded(exit);
        }
    }
}
