namespace Oot.Make.Caching.Runs;

/// <summary>A command of a recipe that runs while everything is noted.</summary>
/// <param name="Channel">Where the makes in it hand up what they note; −1 when there is none.</param>
/// <param name="MostMakes">How many makes it can run; −1: not known.</param>
/// <param name="Output">What holds its output until it ends, or goes on for long; −1: it goes where make's goes.</param>
/// <param name="Errors">As <paramref name="Output"/>, for errors; the same descriptor where both lead to one file.</param>
/// <param name="Watched">How it is watched; null: what it does is known beforehand.</param>
internal sealed record RecordedCommand(int Channel, int MostMakes, int Output, int Errors, WatchedCommand? Watched = null)
{
    /// <summary>When it began (<see cref="Environment.TickCount64"/>).</summary>
    public long Since { get; } = Environment.TickCount64;

    /// <summary>How many bytes of its output have been printed.</summary>
    public long OutputPassedOn { get; set; }

    /// <summary>As <see cref="OutputPassedOn"/>, for errors that are held apart.</summary>
    public long ErrorsPassedOn { get; set; }
}
