using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>A command whose answer is wanted.</summary>
/// <param name="Words">The program and its arguments.</param>
/// <param name="Environment">What it gets.</param>
/// <param name="Directory">Where it works.</param>
/// <param name="Start">Runs such words; standard error goes to the descriptor.</param>
/// <param name="PassOnErrors">Gets what it said on standard error.</param>
internal sealed record Probe(
    IReadOnlyList<string> Words, IReadOnlyList<string> Environment, string Directory, Func<IReadOnlyList<string>, int, ShellResult> Start, Action<string> PassOnErrors);
