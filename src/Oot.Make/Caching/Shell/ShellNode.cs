namespace Oot.Make.Caching.Shell;

/// <summary>A piece of a shell script: what commands it can run, and under which circumstances they run.</summary>
internal abstract record ShellNode;

/// <summary>A command of words; <c>NAME=VALUE</c> before them or alone.</summary>
internal sealed record SimpleCommand(List<ShellAssignment> Assignments, List<ShellWord> Words, List<ShellRedirection> Redirections) : ShellNode;

/// <summary>One after the other, every one of them.</summary>
internal sealed record CommandSequence(List<ShellNode> Commands) : ShellNode;

/// <summary><c>a &amp;&amp; b || c</c>: the first runs, the others may.</summary>
internal sealed record CommandChain(List<ShellNode> Commands) : ShellNode;

/// <summary><c>a | b</c>.</summary>
internal sealed record CommandPipeline(List<ShellNode> Commands) : ShellNode;

/// <summary><c>( … )</c> and <c>{ …; }</c>, and any compound command with redirections.</summary>
internal sealed record CommandGroup(ShellNode Body, bool IsSubshell, List<ShellRedirection> Redirections) : ShellNode;

/// <summary><c>if</c> and <c>case</c>: a head that runs and branches of which each may.</summary>
internal sealed record CommandBranches(ShellNode? Head, ShellWord? Subject, List<ShellNode> Branches) : ShellNode;

/// <summary><c>while</c>, <c>until</c> and <c>for</c>; a <c>for</c> has a variable.</summary>
internal sealed record CommandLoop(ShellNode? Head, string? Variable, List<ShellWord> Words, ShellNode Body) : ShellNode;

/// <summary>A function's definition.</summary>
internal sealed record ShellFunctionDefinition(string Name, ShellNode Body) : ShellNode;
