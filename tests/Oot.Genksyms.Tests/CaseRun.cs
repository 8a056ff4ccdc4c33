namespace Oot.Genksyms.Tests;

/// <summary>A command line that a case is run with, and the kernels that it makes sense for.</summary>
internal sealed record CaseRun(IReadOnlyList<string> Kernels, IReadOnlyList<string> Arguments);
