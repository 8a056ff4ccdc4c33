namespace Oot.Core;

/// <summary>A program to start. All strings are byte text.</summary>
/// <param name="Program">A path, or a name that is looked up in the <c>PATH</c> of <paramref name="Environment"/>.</param>
/// <param name="Arguments">The words after the program's name.</param>
/// <param name="Environment"><c>NAME=VALUE</c> strings, the whole environment of the child.</param>
/// <param name="Directory">The child's working directory; null means this process's own.</param>
/// <param name="Name">argv[0]; null means <paramref name="Program"/>.</param>
/// <param name="KeepsStreamsApart">Whether output and error stay apart even where this process's own are one file.</param>
public sealed record ProgramRequest(
    string Program, IReadOnlyList<string> Arguments, IReadOnlyList<string> Environment, string? Directory = null, string? Name = null, bool KeepsStreamsApart = false)
{
    /// <summary>After how many milliseconds the program is killed (its status is then that of signal 9); 0: never.</summary>
    public int TimeLimit { get; init; }
}
