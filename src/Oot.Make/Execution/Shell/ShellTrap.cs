namespace Oot.Make.Execution.Shell;

/// <summary>
/// What a script wants done at its end, or when a signal ends it: <c>trap 'rm -f x' EXIT</c>, and <c>trap 'rm -f x; trap - INT; kill -s INT $$' INT</c>, kbuild's way
/// to take half-made targets away.
/// </summary>
/// <param name="Signal">The signal's number; 0 is the script's end.</param>
/// <param name="Files">What is removed; null takes the trap back.</param>
/// <param name="IsRecursive">Directories too: <c>rm -rf</c>.</param>
internal sealed record ShellTrap(int Signal, IReadOnlyList<string>? Files, bool IsRecursive = false)
{
    /// <summary>The command that removes them.</summary>
    public List<string> Command => ["rm", IsRecursive ? "-rf" : "-f", .. Files ?? []];
}
