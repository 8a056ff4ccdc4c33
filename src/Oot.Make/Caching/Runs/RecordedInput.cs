namespace Oot.Make.Caching.Runs;

/// <summary>One thing that a run has asked the disk.</summary>
/// <param name="Directory">Index of the working directory from which it was asked.</param>
/// <param name="Path">The path as it was asked, relative to that directory or absolute.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="Answer">What the disk said.</param>
/// <param name="Content">For a listing a hash over the names, for a state one over the file: what counts where <paramref name="Answer"/> has become another. Else 0.</param>
internal readonly record struct RecordedInput(int Directory, string Path, FileQuestionKind Kind, FileAnswer Answer, ulong Content)
{
    /// <summary>Times alone change nothing.</summary>
    public bool HasContent => Kind is FileQuestionKind.Listing or FileQuestionKind.State;
}
