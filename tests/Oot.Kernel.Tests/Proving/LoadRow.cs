using Oot.Kernel.Loading;

namespace Oot.Kernel.Tests.Proving;

/// <summary>A row of <c>tests/load/table</c>: modules of which the last one is in question, circumstances, and what is expected of each kernel.</summary>
/// <param name="Name">What is right or wrong.</param>
/// <param name="Modules">A module a line: the file, and what is changed in it, part by part.</param>
/// <param name="Conditions">The circumstances.</param>
/// <param name="Results">By kernel.</param>
internal sealed record LoadRow(string Name, IReadOnlyList<IReadOnlyList<string[]>> Modules, LoadConditions Conditions, IReadOnlyDictionary<string, LoadResult> Results);
