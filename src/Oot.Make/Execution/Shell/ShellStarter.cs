namespace Oot.Make.Execution.Shell;

/// <summary>Starts a program of a script: 0 and the process, or errno.</summary>
internal delegate int ShellStarter(SpawnRequest request, out int pid);
