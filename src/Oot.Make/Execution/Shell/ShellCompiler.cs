namespace Oot.Make.Execution.Shell;

/// <summary>
/// Makes a list of instructions of a tree, if all in it can be done exactly. Which failures <c>set -e</c> sees is decided here, as the flag EV_TESTED does it in dash's
/// evaltree (eval.c, 0.5.12).
/// </summary>
internal sealed class ShellCompiler
{
    private const string NullDevice = "/dev/null";

    private readonly List<ShellInstruction> _code = [];
    private readonly HashSet<string> _split = new(StringComparer.Ordinal);
    private readonly List<string> _patternTexts = [];
    private readonly List<string> _files = [];
    private bool _isPure = true;

    private ShellCompiler()
    {
    }

    /// <summary>The script's program; null when it is left to the real shell.</summary>
    public static ShellProgram? Compile(ShellNode tree)
    {
        var compiler = new ShellCompiler();
        if (!compiler.Add(tree, isTested: false))
            return null;
        // What is assigned here may be split there.
        if (compiler._split.Count > 0 && compiler._patternTexts.Count > 0)
            return null;
        return new ShellProgram(compiler._code, compiler._isPure, compiler._split, compiler._files);
    }

    private bool Add(ShellNode node, bool isTested) => node switch
    {
        ShellNode.Simple simple => Simple(simple, isTested),
        ShellNode.Pipeline pipeline => Pipeline(pipeline, isTested),
        ShellNode.Not not => Not(not),
        ShellNode.AndOr andOr => AndOr(andOr, isTested),
        ShellNode.Sequence sequence => Sequence(sequence, isTested),
        ShellNode.If choice => If(choice, isTested),
        ShellNode.For loop => For(loop, isTested),
        ShellNode.Case choice => Case(choice, isTested),
        ShellNode.Subshell subshell => Subshell(subshell, isTested),
        ShellNode.Redirected redirected => Redirected(redirected, isTested),
        // A loop that nothing ends could not be interrupted here; a process in the background would outlive its shell.
        _ => false,
    };

    private int Emit(ShellOperation operation, object? operand = null, int line = 1)
    {
        _code.Add(new ShellInstruction(operation, -1, operand, line));
        return _code.Count - 1;
    }

    /// <summary>The instruction at that index goes to behind the last one so far.</summary>
    private void Land(int from) => _code[from] = _code[from] with { Target = _code.Count };

    private bool Simple(ShellNode.Simple simple, bool isTested)
    {
        if (Command(simple) is not { } command)
            return false;
        _ = Emit(ShellOperation.Run, command, simple.Line);
        CheckExit(isTested);
        return true;
    }

    private void CheckExit(bool isTested)
    {
        if (!isTested)
            _ = Emit(ShellOperation.CheckExit);
    }

    private ShellCommand? Command(ShellNode.Simple simple)
    {
        ShellCommandKind kind = ShellCommandKind.None;
        if (simple.Words.Count > 0)
        {
            if (simple.Words[0].Text is not { } name)
                return null;
            kind = ShellCommandNames.KindOf(name);
        }
        foreach (ShellWord word in simple.Words)
        {
            if (!IsListWord(word))
                return null;
        }
        foreach (ShellAssignment assignment in simple.Assignments)
        {
            // Whether a later one sees an earlier one differs between shells.
            if (!MayAssign(assignment, kind) || (simple.Assignments.Count > 1 && assignment.Value.HasParameter))
                return null;
        }
        if (!AreKnown(simple.Redirections))
            return null;
        _isPure &= kind is not (ShellCommandKind.Program or ShellCommandKind.FileProgram or ShellCommandKind.Trap);
        ShellTrap? trap = null;
        bool isKnown = kind switch
        {
            ShellCommandKind.Unsupported => false,
            ShellCommandKind.Set => simple.Words is [_, { Text: "-e" or "+e" }],
            ShellCommandKind.Exec => simple.Words.Count == 1 && simple.Assignments.Count == 0,
            ShellCommandKind.Exit => simple.Words.Count == 1 || simple.Words is [_, { Text: { Length: > 0 and < 4 } status }] && status.All(char.IsAsciiDigit),
            ShellCommandKind.Trap => (trap = ShellTraps.Read(simple)) is not null,
            _ => true,
        };
        return isKnown ? new ShellCommand(kind, simple, trap) : null;
    }

    /// <summary>A word that becomes none, one or several; what could be a file name pattern is not known here.</summary>
    private bool IsListWord(ShellWord word)
    {
        if (!AreParametersKnown(word) || word.MayBePattern() || word.HasTilde(isAssignment: false))
            return false;
        if (word.HasParameter)
        {
            foreach (ShellWordPart part in word.Parts)
            {
                if (part is { IsQuoted: false, Parameter: { } parameter })
                    _ = _split.Add(parameter.Name);
            }
        }
        return true;
    }

    private static bool AreParametersKnown(ShellWord word)
    {
        // $$ is make's own number here, and two of its scripts at once may not share one.
        return !word.HasParameter || !word.Parts.Any(part => part.Parameter is { Name: "$" });
    }

    private bool MayAssign(ShellAssignment assignment, ShellCommandKind kind)
    {
        if (assignment.Name is "PATH" or "IFS" or "PWD" or "OLDPWD" or "LINENO" or "OPTIND" or "PPID" or "ENV" or "PS4" || !AreParametersKnown(assignment.Value)
            || assignment.Value.HasTilde(isAssignment: true)
            // Before a builtin an assignment lasts for the builtin, or for good: nobody writes it.
            || kind is not (ShellCommandKind.None or ShellCommandKind.Program or ShellCommandKind.FileProgram))
            return false;
        foreach (ShellWordPart part in assignment.Value.Parts)
            NotePattern(part);
        return true;
    }

    private void NotePattern(ShellWordPart part)
    {
        if (part.Parameter is { } parameter)
            _ = _split.Add(parameter.Name);
        if (part.Text.AsSpan().IndexOfAny("*?[\\") >= 0)
            _patternTexts.Add(part.Text);
    }

    private bool AreKnown(IReadOnlyList<ShellRedirection> redirections)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            if (redirection.Kind == ShellRedirectionKind.Duplicate)
            {
                if (redirection.Target.Plain is not ("0" or "1" or "2"))
                    return false;
                continue;
            }
            if (!AreParametersKnown(redirection.Target) || redirection.Target.MayBePattern() || redirection.Target.HasTilde(isAssignment: false))
                return false;
            if (redirection.Target.Text is { } name && name != NullDevice)
            {
                if (ShellStreams.DependsOnProcess(name) && !ShellStreams.IsStandard(name))
                    return false;
                _files.Add(name);
            }
            _isPure &= redirection.Target.Text == NullDevice;
        }
        return true;
    }

    private bool Pipeline(ShellNode.Pipeline pipeline, bool isTested)
    {
        var commands = new List<ShellCommand>(pipeline.Stages.Count);
        foreach (ShellNode stage in pipeline.Stages)
        {
            if (stage is not ShellNode.Simple simple || Command(simple) is not { } command
                || command.Kind is ShellCommandKind.None or ShellCommandKind.Exit or ShellCommandKind.Exec or ShellCommandKind.Set or ShellCommandKind.Trap)
                return false;
            commands.Add(command);
        }
        _isPure = false;
        _ = Emit(ShellOperation.RunPipeline, commands);
        CheckExit(isTested);
        return true;
    }

    private bool Not(ShellNode.Not not)
    {
        if (!Add(not.Body, isTested: true))
            return false;
        _ = Emit(ShellOperation.Negate);
        return true;
    }

    private bool AndOr(ShellNode.AndOr andOr, bool isTested)
    {
        if (!Add(andOr.Left, isTested: true))
            return false;
        int skip = Emit(andOr.IsOr ? ShellOperation.JumpOnSuccess : ShellOperation.JumpOnFailure);
        if (!Add(andOr.Right, isTested))
            return false;
        Land(skip);
        return true;
    }

    private bool Sequence(ShellNode.Sequence sequence, bool isTested)
    {
        foreach (ShellNode command in sequence.Commands)
        {
            if (!Add(command, isTested))
                return false;
        }
        return true;
    }

    private bool If(ShellNode.If choice, bool isTested)
    {
        if (!Add(choice.Condition, isTested: true))
            return false;
        int toElse = Emit(ShellOperation.JumpOnFailure);
        if (!Add(choice.Then, isTested))
            return false;
        int toEnd = Emit(ShellOperation.Jump);
        Land(toElse);
        if (choice.Else is null)
            _ = Emit(ShellOperation.Succeed);
        else if (!Add(choice.Else, isTested))
            return false;
        Land(toEnd);
        return true;
    }

    private bool For(ShellNode.For loop, bool isTested)
    {
        if (loop.Variable is "PATH" or "IFS" or "PWD" or "OLDPWD" or "LINENO" or "OPTIND" or "PPID")
            return false;
        foreach (ShellWord word in loop.Words)
        {
            if (!IsListWord(word))
                return false;
            foreach (ShellWordPart part in word.Parts)
                NotePattern(part);
        }
        _ = Emit(ShellOperation.EnterLoop, loop.Words);
        int next = Emit(ShellOperation.NextWord, loop.Variable);
        if (!Add(loop.Body, isTested))
            return false;
        _ = Emit(ShellOperation.EndBody);
        int back = Emit(ShellOperation.Jump);
        _code[back] = _code[back] with { Target = next };
        Land(next);
        _ = Emit(ShellOperation.LeaveLoop);
        return true;
    }

    private bool Case(ShellNode.Case choice, bool isTested)
    {
        if (!AreParametersKnown(choice.Subject) || choice.Subject.HasTilde(isAssignment: false))
            return false;
        var toBodies = new List<int>();
        var toEnds = new List<int>();
        foreach (ShellCaseBranch branch in choice.Branches)
        {
            if (!branch.Patterns.All(ShellPattern.IsKnown))
                return false;
            toBodies.Add(Emit(ShellOperation.JumpOnMatch, (choice.Subject, branch.Patterns)));
        }
        _ = Emit(ShellOperation.Succeed);
        toEnds.Add(Emit(ShellOperation.Jump));
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            Land(toBodies[i]);
            if (choice.Branches[i].Body is not { } body)
                _ = Emit(ShellOperation.Succeed);
            else if (!Add(body, isTested))
                return false;
            toEnds.Add(Emit(ShellOperation.Jump));
        }
        toEnds.ForEach(Land);
        return true;
    }

    private bool Subshell(ShellNode.Subshell subshell, bool isTested)
    {
        if (!AreKnown(subshell.Redirections))
            return false;
        int enter = Emit(ShellOperation.EnterSubshell, subshell.Redirections, subshell.Line);
        if (!Add(subshell.Body, isTested))
            return false;
        Land(enter);
        _ = Emit(ShellOperation.LeaveSubshell);
        CheckExit(isTested);
        return true;
    }

    private bool Redirected(ShellNode.Redirected redirected, bool isTested)
    {
        if (!AreKnown(redirected.Redirections))
            return false;
        int redirect = Emit(ShellOperation.Redirect, redirected.Redirections, redirected.Line);
        if (!Add(redirected.Body, isTested))
            return false;
        _ = Emit(ShellOperation.RedirectBack);
        int toEnd = Emit(ShellOperation.Jump);
        Land(redirect);
        CheckExit(isTested);
        Land(toEnd);
        return true;
    }
}
