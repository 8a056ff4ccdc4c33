using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Pipelines, and starting programs.</summary>
internal sealed partial class ShellProcess
{
    /// <summary>What an empty pipe takes without anyone reading.</summary>
    private const int PipeCapacity = 65536;

    private const int CommandNotExecutable = 126, CommandNotFound = 127;

    private void RunPipeline(List<ShellCommand> commands)
    {
        if (Settled(commands) is { } settled)
        {
            Status = settled;
            return;
        }
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

    /// <summary>How a pipeline ends that need not run: one of programs alone, whose words are plain and that open nothing.</summary>
    private int? Settled(List<ShellCommand> commands)
    {
        if (_launch.Settle is not { } settle)
            return null;
        var pipeline = new List<string>[commands.Count];
        for (int i = 0; i < pipeline.Length; i++)
        {
            ShellNode.Simple syntax = commands[i].Syntax;
            if (!IsPlainProgram(commands[i]) || !syntax.Words.All(static word => word.Text is not null)
                || !syntax.Redirections.All(static redirection => redirection is { Kind: ShellRedirectionKind.Output, Descriptor: 2, Target.Text: ShellCompiler.NullDevice }))
                return null;
            pipeline[i] = [.. syntax.Words.Select(static word => word.Text!)];
        }
        return settle(pipeline, _expander.Variables.Environment);
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
        if (!_traps.Remove(0, out ShellTrap? trap) || trap.Files is not { Count: > 0 })
            return true;
        List<string> words = trap.Command;
        if (_launch.TouchesNothing)
            return true;
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
