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
    IReadOnlyList<int> InheritedDescriptors)
{
    /// <summary>The same with descriptors of its own, to be started later; null when there are none left. <see cref="CloseKept"/> closes them.</summary>
    public SpawnRequest? Kept()
    {
        SpawnRequest kept = this with { StandardInput = Kept(StandardInput), StandardOutput = Kept(StandardOutput), StandardError = Kept(StandardError) };
        if (kept.StandardInput >= 0 == StandardInput >= 0 && kept.StandardOutput >= 0 == StandardOutput >= 0 && kept.StandardError >= 0 == StandardError >= 0)
            return kept;
        kept.CloseKept();
        return null;
    }

    /// <summary>Closes what <see cref="Kept()"/> opened.</summary>
    public void CloseKept()
    {
        foreach (int descriptor in (ReadOnlySpan<int>)[StandardInput, StandardOutput, StandardError])
            if (descriptor >= 0)
                _ = SystemCalls.Close(descriptor);
    }

    private static int Kept(int descriptor) => descriptor < 0 ? descriptor : Shell.FileCalls.Duplicate(descriptor);
}
