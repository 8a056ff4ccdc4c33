namespace Oot.Make.Shell;

/// <summary>A command of the POSIX shell's grammar. <c>Line</c> is the 1-based line that dash names in messages.</summary>
internal abstract record ShellNode
{
    private ShellNode()
    {
    }

    /// <summary>Assignments, words and redirections, in this order; any may be missing.</summary>
    internal sealed record Simple(IReadOnlyList<ShellAssignment> Assignments, IReadOnlyList<ShellWord> Words, IReadOnlyList<ShellRedirection> Redirections, int Line) : ShellNode;

    /// <summary>Two or more commands joined by <c>|</c>.</summary>
    internal sealed record Pipeline(IReadOnlyList<ShellNode> Stages) : ShellNode;

    /// <summary><c>! command</c></summary>
    internal sealed record Not(ShellNode Body) : ShellNode;

    /// <summary><c>left &amp;&amp; right</c> or <c>left || right</c></summary>
    internal sealed record AndOr(ShellNode Left, bool IsOr, ShellNode Right) : ShellNode;

    /// <summary>Commands one after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<ShellNode> Commands) : ShellNode;

    /// <summary><c>if</c>; an <c>elif</c> is an <c>if</c> in the other branch.</summary>
    internal sealed record If(ShellNode Condition, ShellNode Then, ShellNode? Else) : ShellNode;

    /// <summary><c>for name in words</c>; without <c>in</c> there is no list.</summary>
    internal sealed record For(string Variable, IReadOnlyList<ShellWord>? Words, ShellNode Body) : ShellNode;

    /// <summary><c>while</c> or <c>until</c></summary>
    internal sealed record While(ShellNode Condition, bool IsUntil, ShellNode Body) : ShellNode;

    /// <summary><c>case</c></summary>
    internal sealed record Case(ShellWord Subject, IReadOnlyList<ShellCaseBranch> Branches) : ShellNode;

    /// <summary><c>( commands )</c></summary>
    internal sealed record Subshell(ShellNode Body, IReadOnlyList<ShellRedirection> Redirections, int Line) : ShellNode;

    /// <summary>A compound command with redirections of its own.</summary>
    internal sealed record Redirected(ShellNode Body, IReadOnlyList<ShellRedirection> Redirections, int Line) : ShellNode;

    /// <summary><c>name() command</c></summary>
    internal sealed record Function(string Name, ShellNode Body) : ShellNode;

    /// <summary><c>command &amp;</c></summary>
    internal sealed record Background(ShellNode Body) : ShellNode;
}
