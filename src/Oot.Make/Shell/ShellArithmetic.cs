namespace Oot.Make.Shell;

/// <summary><c>$((…))</c> of numbers, names and operators that assign nothing.</summary>
internal sealed record ShellArithmetic(string Text) : ShellExpansion;
