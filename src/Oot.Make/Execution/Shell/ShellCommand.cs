using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>A simple command that is known to be carried out here.</summary>
/// <param name="Kind">Who does it.</param>
/// <param name="Syntax">Its words and redirections.</param>
/// <param name="Trap">What <c>trap</c> sets.</param>
internal sealed record ShellCommand(ShellCommandKind Kind, ShellNode.Simple Syntax, ShellTrap? Trap);
