namespace Oot.Make.Caching.Runs;

/// <summary>A command that runs under a witness.</summary>
/// <param name="Report">The nameless file for the witness's account.</param>
/// <param name="Words">The words to start in the command's place.</param>
/// <param name="Hash">What stands for the command (<see cref="CommandHabits.HashOf"/>).</param>
internal sealed record WatchedCommand(int Report, IReadOnlyList<string> Words, ulong Hash)
{
    /// <summary>What the witness has seen does not count any more.</summary>
    public bool IsVoid { get; set; }
}
