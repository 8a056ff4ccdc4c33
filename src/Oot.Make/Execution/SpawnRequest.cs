namespace Oot.Make.Execution;

/// <summary>A program to start, with everything it gets.</summary>
/// <param name="Arguments">Its words; the first names the program.</param>
/// <param name="Environment"><c>NAME=VALUE</c> strings.</param>
/// <param name="SearchPath">Where a program without a slash is looked for; null takes <c>PATH</c> of <paramref name="Environment"/>, and the system's default without one.</param>
/// <param name="StandardInput">The descriptor that becomes its standard input; −1 to inherit.</param>
/// <param name="StandardOutput">As <paramref name="StandardInput"/>, for output.</param>
/// <param name="StandardError">As <paramref name="StandardInput"/>, for errors.</param>
/// <param name="InheritedDescriptors">Descriptors that are close-on-exec here and stay open in the child.</param>
internal sealed record SpawnRequest(
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment,
    string? SearchPath,
    int StandardInput,
    int StandardOutput,
    int StandardError,
    IReadOnlyList<int> InheritedDescriptors);
