using Oot.Core;

namespace Oot.Kernel.HostPrograms;

/// <summary>A program of the kernel tree that oot has an implementation of.</summary>
/// <param name="Path">Where the program lies in a kernel tree, such as <c>scripts/basic/fixdep</c>.</param>
/// <param name="Run">Runs a call and gives the exit code.</param>
/// <param name="IsNeeded">Whether oot takes the place of the program at a path, in an environment; null: always.</param>
public sealed record HostProgram(string Path, Func<HostProgramCall, int> Run, Func<IDisk, IReadOnlyList<string>, string, bool>? IsNeeded = null);
