namespace Oot.Make.Shell;

/// <summary><c>$(commands)</c> or <c>`commands`</c>: their output.</summary>
internal sealed record ShellSubstitution(ShellNode Body) : ShellExpansion;
