using Oot.Core;

namespace Oot.Make.Execution.Shell;

/// <summary>What a script starts with.</summary>
/// <param name="Environment">Its environment, <c>NAME=VALUE</c>.</param>
/// <param name="Streams">Its standard streams.</param>
/// <param name="InheritedDescriptors">Descriptors that its programs get besides.</param>
/// <param name="ExitsOnError"><c>sh -e</c></param>
/// <param name="Disk">The file system.</param>
/// <param name="Capture">The pipe that standard output is, where it is read here; null otherwise.</param>
/// <param name="Settle">The exit code of commands, joined by pipes, in an environment, that need not run; null: none is known.</param>
/// <param name="Start">Starts a program: 0 and its process, or errno. Null where only pure scripts run.</param>
internal sealed record ShellLaunch(
    IReadOnlyList<string> Environment,
    ShellStreams Streams,
    IReadOnlyList<int> InheritedDescriptors,
    bool ExitsOnError,
    IDisk Disk,
    ShellStarter? Start,
    OutputPipe? Capture = null,
    Func<IReadOnlyList<IReadOnlyList<string>>, IReadOnlyList<string>, int?>? Settle = null)
{
    /// <summary>No file is opened but the null device, and what <c>rm</c> and its like would do is taken for done (<see cref="GuessedScript"/>).</summary>
    public bool TouchesNothing { get; init; }
}
