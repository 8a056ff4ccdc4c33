using Oot.Kconfig.Solving;

namespace Oot.Explaining;

/// <summary>What to add to a configuration, and what to say of it.</summary>
/// <param name="File">The configuration's file.</param>
/// <param name="Answer">The sets of lines.</param>
/// <param name="Proof">Why there is no such set; null where there is one, or nothing to do.</param>
/// <param name="WithoutPrompt">Wanted options that nobody can set by themselves.</param>
internal sealed record FoundFragments(string File, ConfigAnswer Answer, ConfigProof? Proof, IReadOnlyList<string> WithoutPrompt)
{
    /// <summary>The lines for people; with <paramref name="all"/> every set, else the first.</summary>
    internal IEnumerable<string> Lines(bool all)
    {
        if (Answer.IsMet)
        {
            yield return $"{File} has all the options already: what it configures was built with others";
            yield break;
        }
        if (Proof is not null)
        {
            yield return $"no change of {File} brings them. These conditions exclude one another, {(Proof.IsSmallest ? "and no fewer do" : "and none can be left out")}:";
            foreach (string reason in Proof.Reasons)
                yield return "  " + reason;
            yield break;
        }
        foreach (ConfigFragment fragment in all ? Answer.Fragments : Answer.Fragments.Take(1))
        {
            yield return $"{(fragment.Lines.Count == 1 ? "one line" : $"{fragment.Lines.Count} lines")} to add to {File}; {(fragment.Enabled.Count == 1 ? "one option comes" : $"{fragment.Enabled.Count} options come")} on by it:";
            foreach (ConfigValue line in fragment.Lines)
                yield return "  " + line;
        }
        if (!all && Answer.Count > 1)
            yield return $"{(Answer.Count == 2 ? "one other set" : $"{Answer.Count - 1} other sets")} of as few lines{(Answer.IsComplete ? "" : ", or more")}: --all";
        foreach (string option in WithoutPrompt)
            yield return $"CONFIG_{option} has no prompt, it is on when something selects it; an entry of the driver's own in a Kconfig file, with `select {option}`, does too";
    }
}
