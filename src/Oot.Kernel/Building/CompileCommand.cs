namespace Oot.Kernel.Building;

/// <summary>One entry of <c>compile_commands.json</c>: the command as the shell gets it, where it runs, and the source file's absolute path.</summary>
public sealed record CompileCommand(string Directory, string Command, string File);
