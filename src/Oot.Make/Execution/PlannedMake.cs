namespace Oot.Make.Execution;

/// <summary>A call of a make below: what decides what it will read.</summary>
/// <param name="Words">Its words, the program's name first.</param>
/// <param name="Environment">Its environment, without what only makes of one build tell one another.</param>
/// <param name="Directory">Where it starts.</param>
/// <param name="Updates">What it looks at to tell which targets are up to date is not changed by what runs before it.</param>
internal sealed record PlannedMake(IReadOnlyList<string> Words, IReadOnlyList<string> Environment, string Directory, bool Updates = false)
{
    /// <summary>Whether it is the same call.</summary>
    public bool IsSame(PlannedMake other) =>
        Directory == other.Directory && Words.SequenceEqual(other.Words, StringComparer.Ordinal) && Environment.SequenceEqual(other.Environment, StringComparer.Ordinal);
}
