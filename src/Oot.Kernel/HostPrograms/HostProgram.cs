namespace Oot.Kernel.HostPrograms;

/// <summary>A program of the kernel tree that oot has an implementation of.</summary>
/// <param name="Name">The last part of the program's path, such as <c>fixdep</c>.</param>
/// <param name="Run">Runs a call and gives the exit code.</param>
public sealed record HostProgram(string Name, Func<HostProgramCall, int> Run);
