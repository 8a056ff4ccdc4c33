using Oot.Core;

namespace Oot.Make.Execution.Shell;

/// <summary>Simple commands, pipelines, and the programs they start.</summary>
internal sealed partial class ShellProcess
{
    /// <summary>What an empty pipe takes without anyone reading.</summary>
    private const int PipeCapacity = 65536;

    private const int CommandNotExecutable = 126, CommandNotFound = 127, StatusMask = 0xff;

    private readonly List<(int Pid, bool DecidesStatus)> _children = [];
    private readonly List<int> _commandOpened = [], _kept = [];
    private ShellStreams _messages;
    private int _pipelineStatus;

    /// <summary>Whether it waits for that process.</summary>
    public bool Owns(int pid)
    {
        foreach ((int child, _) in _children)
        {
            if (child == pid)
                return true;
        }
        return false;
    }

    /// <summary>A program that it waits for has ended. The script goes on when the last one has.</summary>
    public void ChildEnded(ChildExit exit)
    {
        int index = _children.FindIndex(child => child.Pid == exit.Pid);
        bool decides = _children[index].DecidesStatus;
        _children.RemoveAt(index);
        if (exit.Signal is not (0 or ProcessSignals.Interrupt or ProcessSignals.BrokenPipe))
            _ = Write(_messages.Error, SignalText.Describe(exit.Signal) + (exit.CoreDumped ? " (core dumped)" : "") + "\n");
        if (decides)
            _pipelineStatus = exit.Signal == 0 ? exit.ExitCode : SignalBase + exit.Signal;
        if (_children.Count > 0)
            return;
        Close(_commandOpened);
        Status = _pipelineStatus;
        Run();
    }

    /// <summary>The whole script is ended by a signal, as dash would be: what a trap for it removes is removed.</summary>
    public void DieBy(int signal)
    {
        foreach (ShellFrame frame in _frames)
        {
            if (frame.Traps is not { } outer)
                continue;
            _traps = outer;
            break;
        }
        _children.Clear();
        if (_traps.TryGetValue(signal, out ShellTrap? trap) && trap.Files is { } files)
            _ = _files.Run(["rm", "-f", .. files], out _);
        Finish(new ChildExit(0, 0, signal, false));
    }

    private void RunCommand(ShellCommand command)
    {
        ShellNode.Simple syntax = command.Syntax;
        List<string> words = _expander.Fields(syntax.Words);
        ShellStreams streams = _streams;
        List<int> opened = command.Kind == ShellCommandKind.Exec ? _kept : _commandOpened;
        if (!Open(syntax.Redirections, syntax.Line, ref streams, opened))
        {
            Close(_commandOpened);
            Status = ShellFailure;
            if (ShellCommandNames.IsSpecial(command.Kind))
                Leave(ShellFailure);
            return;
        }
        int? status = Internal(command, words, streams, out int signal);
        if (signal != 0)
        {
            Close(_commandOpened);
            EndBy(signal);
        }
        else if (status is { } known)
        {
            Close(_commandOpened);
            if (command.Kind == ShellCommandKind.Exit)
                Leave(known);
            else
                Status = known;
        }
        else
        {
            _messages = streams;
            _pipelineStatus = 0;
            bool isInternal = command.Kind is not (ShellCommandKind.Program or ShellCommandKind.FileProgram);
            Start(words, isInternal, syntax, streams, decidesStatus: true);
            if (_children.Count == 0)
            {
                Close(_commandOpened);
                Status = _pipelineStatus;
            }
        }
    }

    /// <summary>The status of a command that needs no process; null for one that does. <paramref name="signal"/>: what would have ended the shell.</summary>
    private int? Internal(ShellCommand command, List<string> words, ShellStreams streams, out int signal)
    {
        signal = 0;
        switch (command.Kind)
        {
            case ShellCommandKind.None:
                foreach (ShellAssignment assignment in command.Syntax.Assignments)
                    _expander.Variables.Set(assignment.Name, _expander.Single(assignment.Value));
                return 0;
            case ShellCommandKind.Colon or ShellCommandKind.True:
                return 0;
            case ShellCommandKind.False:
                return 1;
            case ShellCommandKind.Echo:
                return WriteOf(words[0], EscapedText.Echo(words), streams, command.Syntax.Line, out signal);
            case ShellCommandKind.Printf:
                return PrintfText.Format(words) is { } text ? WriteOf(words[0], text, streams, command.Syntax.Line, out signal) : null;
            case ShellCommandKind.Test:
                return _test.Status(words);
            case ShellCommandKind.Exit:
                return words.Count == 1 ? Status : int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) & StatusMask;
            case ShellCommandKind.Set:
                _exitsOnError = words[1] == "-e";
                return 0;
            case ShellCommandKind.Trap:
                if (command.Trap!.Files is null)
                    _traps.Remove(command.Trap.Signal);
                else
                    _traps[command.Trap.Signal] = command.Trap;
                return 0;
            case ShellCommandKind.Exec:
                _streams = streams;
                return 0;
            case ShellCommandKind.FileProgram when command.Syntax.Assignments.Count == 0 && FilePrograms.IsSystems(words[0], _launch.Environment):
                return FileProgram(words, streams, out signal);
            default:
                return null;
        }
    }

    private int? FileProgram(List<string> words, ShellStreams streams, out int signal)
    {
        signal = 0;
        if (_files.Run(words, out string output) is not { } status)
            return null;
        if (words[0] != "cat" || output.Length == 0)
            return status;
        // cat refuses to write into a file that it reads.
        if (streams.Output >= 0 && _launch.Disk.Stat($"/proc/self/fd/{streams.Output}", out FileStatus target) == 0 && target.IsRegular)
        {
            for (int i = 1; i < words.Count; i++)
            {
                if (_launch.Disk.Stat(words[i], out FileStatus source) == 0 && source.Inode == target.Inode && source.Device == target.Device)
                    return null;
            }
        }
        int errno = Write(streams.Output, output);
        if (errno == Errno.BrokenPipe)
            return SignalBase + ProcessSignals.BrokenPipe;
        if (errno != 0)
            _ = Write(streams.Error, $"cat: write error: {Errno.Message(errno)}\n");
        return errno == 0 ? 0 : 1;
    }

    private int WriteOf(string name, string text, ShellStreams streams, int line, out int signal)
    {
        int errno = Write(streams.Output, text);
        signal = errno == Errno.BrokenPipe ? ProcessSignals.BrokenPipe : 0;
        if (errno == 0 || (signal != 0 && (_forks > 0 || !_traps.ContainsKey(signal))))
            return 0;
        Complain(streams, line, $"{name}: {name}: I/O error");
        return 1;
    }

    /// <summary>A signal ends the innermost process that dash would have: a subshell or the script.</summary>
    private void EndBy(int signal)
    {
        if (_forks > 0)
        {
            if (signal is not (ProcessSignals.Interrupt or ProcessSignals.BrokenPipe))
                _ = Write(_streams.Error, SignalText.Describe(signal) + "\n");
            Leave(SignalBase + signal);
            return;
        }
        DieBy(signal);
    }

    private void RunPipeline(List<ShellCommand> commands)
    {
        _messages = _streams;
        _pipelineStatus = 0;
        int input = _streams.Input, readEnd = -1;
        for (int i = 0; i < commands.Count; i++)
        {
            bool isLast = i == commands.Count - 1;
            int nextReadEnd = -1, writeEnd = -1;
            if (!isLast && !TryPipe(out nextReadEnd, out writeEnd))
            {
                Complain(_streams, commands[i].Syntax.Line, "Pipe call failed");
                _pipelineStatus = ShellFailure;
                isLast = true;
            }
            else
            {
                RunStage(commands[i], new ShellStreams(input, isLast ? _streams.Output : writeEnd, _streams.Error), isLast);
            }
            CloseIfOpen(writeEnd);
            CloseIfOpen(readEnd);
            input = readEnd = nextReadEnd;
            if (isLast)
                break;
        }
        if (_children.Count == 0)
            Status = _pipelineStatus;
    }

    private void RunStage(ShellCommand command, ShellStreams streams, bool isLast)
    {
        List<string> words = _expander.Fields(command.Syntax.Words);
        int pipe = isLast ? -1 : streams.Output;
        int status;
        if (!Open(command.Syntax.Redirections, command.Syntax.Line, ref streams, _commandOpened))
        {
            status = ShellFailure;
        }
        else if (StageStatus(command, words, streams, pipe) is { } known)
        {
            status = known;
        }
        else
        {
            Start(words, command.Kind is not (ShellCommandKind.Program or ShellCommandKind.FileProgram), command.Syntax, streams, isLast);
            Close(_commandOpened);
            return;
        }
        Close(_commandOpened);
        if (isLast)
            _pipelineStatus = status;
    }

    /// <summary>The status of a stage that needs no process: it writes no more than a pipe takes.</summary>
    private int? StageStatus(ShellCommand command, List<string> words, ShellStreams streams, int pipe)
    {
        if (command.Kind == ShellCommandKind.FileProgram)
            return null;
        if (streams.Output == pipe && command.Kind is ShellCommandKind.Echo or ShellCommandKind.Printf)
        {
            long length = 2;
            foreach (string word in words)
                length += word.Length + 1;
            // printf may repeat its format for every word.
            if (length * (command.Kind == ShellCommandKind.Printf ? words[Math.Min(1, words.Count - 1)].Length + 1 : 1) > PipeCapacity)
                return null;
        }
        int? status = Internal(command, words, streams, out int signal);
        return signal != 0 ? SignalBase + signal : status;
    }

    /// <summary>Starts a program, or for what cannot be started so the real shell with this one command: it says what is wrong.</summary>
    private void Start(List<string> words, bool isInternal, ShellNode.Simple syntax, ShellStreams streams, bool decidesStatus)
    {
        if (_launch.Start is not { } start)
        {
            IsBeyond = true;
            Finish(new ChildExit(0, CommandNotFound, 0, false));
            return;
        }
        ShellVariables variables = _expander.Variables;
        if (syntax.Assignments.Count > 0)
        {
            variables = variables.Copy();
            foreach (ShellAssignment assignment in syntax.Assignments)
                variables.Set(assignment.Name, _expander.Single(assignment.Value), isExported: true);
        }
        SpawnRequest Request(IReadOnlyList<string> arguments) =>
            new(arguments, variables.Environment, null, streams.Input, streams.Output, streams.Error, _launch.InheritedDescriptors);

        int errno = -1, pid = -1;
        if (!isInternal)
            errno = start(Request(words), out pid);
        if (errno != 0)
        {
            string lines = new('\n', syntax.Line - 1);
            string command = isInternal ? words[0] + " \"$@\"" : "\"$@\"";
            List<string> arguments = isInternal ? words[1..] : words;
            int failure = start(Request([CommandLine.DefaultShell, "-c", lines + command, CommandLine.DefaultShell, .. arguments]), out pid);
            if (failure != 0)
            {
                Complain(streams, syntax.Line, $"{words[0]}: {Errno.Message(errno < 0 ? failure : errno)}");
                if (decidesStatus)
                    _pipelineStatus = errno == Errno.NoEntry ? CommandNotFound : CommandNotExecutable;
                return;
            }
        }
        _children.Add((pid, decidesStatus));
    }

    /// <summary>Removes what the trap for the end of the script or subshell names; false while a program does it.</summary>
    private bool HasRunExitTrap()
    {
        if (!_traps.Remove(0, out ShellTrap? trap) || trap.Files is not { Count: > 0 } files)
            return true;
        List<string> words = ["rm", "-f", .. files];
        if (FilePrograms.IsSystems("rm", _launch.Environment) && _files.Run(words, out _) is not null)
            return true;
        _messages = _streams;
        _pipelineStatus = Status;
        Start(words, false, new ShellNode.Simple([], [], [], 1), _streams, decidesStatus: false);
        return _children.Count == 0;
    }

    private static unsafe bool TryPipe(out int readEnd, out int writeEnd)
    {
        int* ends = stackalloc int[2];
        bool made = SystemCalls.Pipe(ends, SystemCalls.CloseOnExec) == 0;
        readEnd = made ? ends[0] : -1;
        writeEnd = made ? ends[1] : -1;
        return made;
    }

    private static void CloseIfOpen(int descriptor)
    {
        if (descriptor >= 0)
            _ = SystemCalls.Close(descriptor);
    }
}
