using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Simple commands, and what their programs' ends mean.</summary>
internal sealed partial class ShellProcess
{
    private const int StatusMask = 0xff;

    private readonly List<(int Pid, bool DecidesStatus)> _children = [];
    private readonly List<int> _commandOpened = [], _kept = [];
    private ShellStreams _messages;
    private int _pipelineStatus;

    /// <summary>A process that it waits for goes on as another one.</summary>
    public void Replace(int pid, int other)
    {
        int index = _children.FindIndex(child => child.Pid == pid);
        _children[index] = _children[index] with { Pid = other };
    }

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
        if (_traps.TryGetValue(signal, out ShellTrap? trap) && trap.Files is not null)
            _ = _files.Run(trap.Command, out _);
        Finish(new ChildExit(0, 0, signal, false));
    }

    private void RunCommand(ShellCommand command, bool isLast)
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
        if (status is null && IsPlainProgram(command))
            status = _launch.Settle?.Invoke([words], _expander.Variables.Environment);
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
            _messages = isLast && _traps.Count == 0 ? StreamsOutside() : streams;
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

    private static bool IsPlainProgram(ShellCommand command) => command is { Kind: ShellCommandKind.Program, Syntax.Assignments.Count: 0 };

    /// <summary>The streams of the shell that waits for this subshell, and for those around it that are no processes of their own.</summary>
    private ShellStreams StreamsOutside()
    {
        int i = _frames.Count - 1;
        while (_frames[i].IsLast && _frames[i].Traps!.Count == 0)
            i--;
        return _frames[i].Streams;
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
        if (_launch.TouchesNothing)
            return words[0] is "cat" or "cmp" ? null : 0;
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
}
