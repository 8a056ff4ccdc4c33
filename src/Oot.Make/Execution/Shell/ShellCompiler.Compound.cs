using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Commands made of commands.</summary>
internal sealed partial class ShellCompiler
{
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
        if (!AddBefore(not.Body, isTested: true))
            return false;
        _ = Emit(ShellOperation.Negate);
        return true;
    }

    private bool AndOr(ShellNode.AndOr andOr, bool isTested)
    {
        if (!AddBefore(andOr.Left, isTested: true))
            return false;
        int skip = Emit(andOr.IsOr ? ShellOperation.JumpOnSuccess : ShellOperation.JumpOnFailure);
        if (!Add(andOr.Right, isTested))
            return false;
        Land(skip);
        return true;
    }

    private bool Sequence(ShellNode.Sequence sequence, bool isTested)
    {
        for (int i = 0; i < sequence.Commands.Count - 1; i++)
        {
            if (!AddBefore(sequence.Commands[i], isTested))
                return false;
        }
        return Add(sequence.Commands[^1], isTested);
    }

    private bool If(ShellNode.If choice, bool isTested)
    {
        if (!AddBefore(choice.Condition, isTested: true))
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
        if (loop.Variable is "PATH" or "IFS" or "PWD" or "OLDPWD" or "LINENO" or "OPTIND" or "PPID" || loop.Words is null)
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
        if (!AddBefore(loop.Body, isTested))
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
        if (!AreExpansionsKnown(choice.Subject) || choice.Subject.HasTilde(isAssignment: false))
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
        (int outside, bool isLast) = (_redirected, _isLast);
        int enter = Emit(ShellOperation.EnterSubshell, (subshell.Redirections, isLast), subshell.Line);
        (_redirected, _isLast) = (0, true);
        if (!Add(subshell.Body, isTested))
            return false;
        (_redirected, _isLast) = (outside, isLast);
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
        _redirected++;
        if (!AddBefore(redirected.Body, isTested))
            return false;
        _redirected--;
        _ = Emit(ShellOperation.RedirectBack);
        int toEnd = Emit(ShellOperation.Jump);
        Land(redirect);
        CheckExit(isTested);
        Land(toEnd);
        return true;
    }
}
