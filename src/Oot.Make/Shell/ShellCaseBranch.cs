namespace Oot.Make.Shell;

/// <summary>A branch of <c>case</c>.</summary>
/// <param name="Patterns">Its patterns; one that matches is enough.</param>
/// <param name="Body">What it runs; null for nothing.</param>
internal sealed record ShellCaseBranch(IReadOnlyList<ShellWord> Patterns, ShellNode? Body);
