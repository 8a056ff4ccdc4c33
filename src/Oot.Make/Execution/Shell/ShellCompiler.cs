using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// Makes a list of instructions of a tree, if all in it can be done exactly. Which failures <c>set -e</c> sees is decided here, as the flag EV_TESTED does it in dash's
/// evaltree (eval.c, 0.5.12).
/// </summary>
internal sealed partial class ShellCompiler
{
    internal const string NullDevice = "/dev/null";

    private readonly List<ShellInstruction> _code = [];
    private readonly HashSet<string> _split = new(StringComparer.Ordinal);
    private readonly List<string> _patternTexts = [];
    private readonly List<string> _files = [];
    private bool _isPure = true;

    /// <summary>What is added is the last command of a subshell (EV_EXIT in dash).</summary>
    private bool _isLast;

    /// <summary>How many redirected commands of this (sub)shell surround what is added.</summary>
    private int _redirected;

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
        // A loop that nothing ends could not be interrupted here; a process in the background would outlive its shell. Functions are rare.
        _ => false,
    };

    /// <summary>As <see cref="Add"/>, for a command that others follow.</summary>
    private bool AddBefore(ShellNode node, bool isTested)
    {
        bool isLast = _isLast;
        _isLast = false;
        bool added = Add(node, isTested);
        _isLast = isLast;
        return added;
    }

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
        _ = Emit(_isLast ? ShellOperation.RunLast : ShellOperation.Run, command, simple.Line);
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
            if (!MayAssign(assignment, kind) || (simple.Assignments.Count > 1 && assignment.Value.HasExpansion))
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
            // What it changes stays, and what the command around it changes is taken back.
            ShellCommandKind.Exec => simple.Words.Count == 1 && simple.Assignments.Count == 0 && _redirected == 0,
            ShellCommandKind.Exit => simple.Words.Count == 1 || simple.Words is [_, { Text: { Length: > 0 and < 4 } status }] && status.All(char.IsAsciiDigit),
            ShellCommandKind.Trap => (trap = ShellTraps.Read(simple)) is not null,
            _ => true,
        };
        return isKnown ? new ShellCommand(kind, simple, trap) : null;
    }

    /// <summary>A word that becomes none, one or several; what could be a file name pattern is not known here.</summary>
    private bool IsListWord(ShellWord word)
    {
        if (!AreExpansionsKnown(word) || word.MayBePattern() || word.HasTilde(isAssignment: false))
            return false;
        if (word.HasExpansion)
        {
            foreach (ShellWordPart part in word.Parts)
            {
                if (part is { IsQuoted: false, Parameter: { } parameter })
                    _ = _split.Add(parameter.Name);
            }
        }
        return true;
    }

    private static bool AreExpansionsKnown(ShellWord word)
    {
        if (!word.HasExpansion)
            return true;
        foreach (ShellWordPart part in word.Parts)
        {
            if (part.Expansion is { IsKnown: false })
                return false;
        }
        return true;
    }

    private bool MayAssign(ShellAssignment assignment, ShellCommandKind kind)
    {
        if (assignment.Name is "PATH" or "IFS" or "PWD" or "OLDPWD" or "LINENO" or "OPTIND" or "PPID" or "ENV" or "PS4" || !AreExpansionsKnown(assignment.Value)
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
            if (redirection.Descriptor > 2 || redirection.Kind is ShellRedirectionKind.Document or ShellRedirectionKind.IndentedDocument)
                return false;
            if (redirection.Kind == ShellRedirectionKind.Duplicate)
            {
                if (redirection.Target.Plain is not ("0" or "1" or "2"))
                    return false;
                continue;
            }
            if (!AreExpansionsKnown(redirection.Target) || redirection.Target.MayBePattern() || redirection.Target.HasTilde(isAssignment: false))
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
}
