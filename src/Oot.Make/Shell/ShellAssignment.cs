namespace Oot.Make.Shell;

/// <summary><c>NAME=VALUE</c> before a command, or alone.</summary>
internal readonly record struct ShellAssignment(string Name, ShellWord Value);
