using System.Text;
using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// A script as it runs, in the place of the process that a shell would be. It goes on until a program runs for which it must wait, and is told when that has ended:
/// so several run side by side in one thread.
/// </summary>
internal sealed partial class ShellProcess
{
    /// <summary>What a shell adds to a signal's number for a status.</summary>
    internal const int SignalBase = 128;

    private const int ShellFailure = 2;

    private readonly ShellProgram _program;
    private readonly ShellLaunch _launch;
    private readonly ShellExpander _expander;
    private readonly TestExpression _test;
    private readonly FilePrograms _files;
    private readonly List<ShellFrame> _frames = [];
    private readonly StringBuilder _output = new(), _error = new();
    private Dictionary<int, ShellTrap> _traps = [];
    private ShellStreams _streams;
    private bool _exitsOnError;
    private int _next, _forks;

    /// <summary>A script that has not begun.</summary>
    public ShellProcess(ShellProgram program, ShellLaunch launch, ShellVariables variables)
    {
        _program = program;
        _launch = launch;
        _streams = launch.Streams;
        _exitsOnError = launch.ExitsOnError;
        _expander = new ShellExpander { Variables = variables };
        _test = new TestExpression(launch.Disk);
        _files = new FilePrograms(launch.Disk);
    }

    /// <summary>How it ended; null while it runs. The process number in it means nothing.</summary>
    public ChildExit? Exit { get; private set; }

    /// <summary>Set when something came up that only a real shell can do, where none can be started.</summary>
    public bool IsBeyond { get; private set; }

    /// <summary>Whether a file has been asked for by <c>test</c>.</summary>
    public bool HasAskedDisk => _test.HasAskedDisk;

    /// <summary>What was written to the captured streams.</summary>
    public string CapturedOutput => _output.ToString();

    /// <summary>As <see cref="CapturedOutput"/>.</summary>
    public string CapturedError => _error.ToString();

    private int Status
    {
        get => _expander.Status;
        set => _expander.Status = value;
    }

    /// <summary>Runs until the end, or until a program runs.</summary>
    public void Run()
    {
        while (Exit is null && _children.Count == 0)
        {
            if (_next < _program.Instructions.Count)
                Step(_program.Instructions[_next++]);
            else
                End(Status);
        }
    }

    private void Step(in ShellInstruction instruction)
    {
        switch (instruction.Operation)
        {
            case ShellOperation.Run:
                RunCommand((ShellCommand)instruction.Operand!, isLast: false);
                break;
            case ShellOperation.RunLast:
                RunCommand((ShellCommand)instruction.Operand!, isLast: true);
                break;
            case ShellOperation.RunPipeline:
                RunPipeline((List<ShellCommand>)instruction.Operand!);
                break;
            case ShellOperation.CheckExit:
                if (_exitsOnError && Status != 0)
                    Leave(Status);
                break;
            case ShellOperation.Jump:
                _next = instruction.Target;
                break;
            case ShellOperation.JumpOnSuccess:
                if (Status == 0)
                    _next = instruction.Target;
                break;
            case ShellOperation.JumpOnFailure:
                if (Status != 0)
                    _next = instruction.Target;
                break;
            case ShellOperation.Negate:
                Status = Status == 0 ? 1 : 0;
                break;
            case ShellOperation.Succeed:
                Status = 0;
                break;
            case ShellOperation.JumpOnMatch:
                JumpOnMatch(instruction);
                break;
            default:
                StepFrame(instruction);
                break;
        }
    }

    private void StepFrame(in ShellInstruction instruction)
    {
        switch (instruction.Operation)
        {
            case ShellOperation.Redirect:
                Redirect(instruction);
                break;
            case ShellOperation.EnterSubshell:
                EnterSubshell(instruction);
                break;
            case ShellOperation.EnterLoop:
                _frames.Add(new ShellFrame { Streams = _streams, Words = _expander.Fields((IReadOnlyList<ShellWord>)instruction.Operand!) });
                break;
            case ShellOperation.NextWord:
                ShellFrame loop = _frames[^1];
                if (loop.NextWord == loop.Words!.Count)
                    _next = instruction.Target;
                else
                    _expander.Variables.Set((string)instruction.Operand!, loop.Words[loop.NextWord++]);
                break;
            case ShellOperation.EndBody:
                _frames[^1].BodyStatus = Status;
                break;
            case ShellOperation.LeaveLoop:
                Status = _frames[^1].BodyStatus;
                _frames.RemoveAt(_frames.Count - 1);
                break;
            case ShellOperation.RedirectBack:
                PopFrame();
                break;
            case ShellOperation.LeaveSubshell when HasRunExitTrap():
                PopFrame();
                break;
            case ShellOperation.LeaveSubshell:
                // Once more, when the program that does it has ended.
                _next--;
                break;
        }
    }

    private void JumpOnMatch(in ShellInstruction instruction)
    {
        (ShellWord subject, IReadOnlyList<ShellWord> patterns) = ((ShellWord, IReadOnlyList<ShellWord>))instruction.Operand!;
        string text = _expander.Single(subject);
        foreach (ShellWord pattern in patterns)
        {
            if (!_expander.Matches(pattern, text))
                continue;
            _next = instruction.Target;
            return;
        }
    }

    private void Redirect(in ShellInstruction instruction)
    {
        ShellStreams before = _streams;
        var opened = new List<int>();
        if (Open((IReadOnlyList<ShellRedirection>)instruction.Operand!, instruction.Line, ref _streams, opened))
        {
            _frames.Add(new ShellFrame { Streams = before, Opened = opened });
            return;
        }
        Close(opened);
        _streams = before;
        Status = ShellFailure;
        _next = instruction.Target;
    }

    private void EnterSubshell(in ShellInstruction instruction)
    {
        var opened = new List<int>();
        ShellStreams before = _streams;
        (IReadOnlyList<ShellRedirection> redirections, bool isLast) = ((IReadOnlyList<ShellRedirection>, bool))instruction.Operand!;
        bool succeeded = Open(redirections, instruction.Line, ref _streams, opened);
        _frames.Add(new ShellFrame
        {
            Streams = before,
            Opened = opened,
            SubshellEnd = instruction.Target,
            IsLast = isLast,
            Traps = _traps,
            Variables = _expander.Variables,
            ExitsOnError = _exitsOnError,
        });
        _expander.Variables = _expander.Variables.Copy();
        _traps = [];
        _forks++;
        if (!succeeded)
            Leave(ShellFailure);
    }

    private void PopFrame()
    {
        ShellFrame frame = _frames[^1];
        _frames.RemoveAt(_frames.Count - 1);
        if (frame.Opened is not null)
            Close(frame.Opened);
        _streams = frame.Streams;
        if (frame.SubshellEnd < 0)
            return;
        _traps = frame.Traps!;
        _expander.Variables = frame.Variables!;
        _exitsOnError = frame.ExitsOnError;
        _forks--;
    }

    /// <summary>The innermost subshell ends, or the script.</summary>
    private void Leave(int status)
    {
        Status = status;
        while (_frames.Count > 0)
        {
            int end = _frames[^1].SubshellEnd;
            if (end >= 0)
            {
                // Its own last instruction puts things back.
                _next = end;
                return;
            }
            if (_frames[^1].Words is null)
                PopFrame();
            else
                _frames.RemoveAt(_frames.Count - 1);
        }
        End(status);
    }

    private void End(int status)
    {
        _next = _program.Instructions.Count;
        Status = status;
        if (HasRunExitTrap())
            Finish(new ChildExit(0, Status, 0, false));
    }

    private void Finish(ChildExit exit)
    {
        while (_frames.Count > 0)
        {
            if (_frames[^1].Opened is { } opened)
                Close(opened);
            _frames.RemoveAt(_frames.Count - 1);
        }
        Close(_kept);
        Close(_commandOpened);
        Exit = exit;
    }

    private static void Close(List<int> descriptors)
    {
        foreach (int descriptor in descriptors)
            _ = SystemCalls.Close(descriptor);
        descriptors.Clear();
    }
}
