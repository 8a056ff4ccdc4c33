namespace Oot.Kernel.InTree;

/// <summary>A directory through which make goes to what is built.</summary>
/// <param name="Path">Relative to the sources; empty for their top.</param>
/// <param name="Enters">The directories that it enters from there, relative to this one.</param>
public sealed record PassedDirectory(string Path, IReadOnlyList<string> Enters)
{
    /// <summary>The directories on the ways to others, each before those that it leads to; the top is always the first.</summary>
    /// <param name="wanted">The directories to be entered.</param>
    /// <param name="wayTo">The directories above one through which the kernel's own build comes to it, from the top on.</param>
    internal static IReadOnlyList<PassedDirectory> On(IReadOnlyList<string> wanted, Func<string, IReadOnlyList<string>> wayTo)
    {
        var enters = new SortedDictionary<string, List<string>>(StringComparer.Ordinal) { [""] = [] };
        foreach (string directory in wanted)
        {
            string above = "";
            foreach (string next in (string[])[.. wayTo(directory), directory])
            {
                if (!enters.TryGetValue(above, out List<string>? below))
                    enters[above] = below = [];
                string relative = above.Length == 0 ? next : next[(above.Length + 1)..];
                if (!below.Contains(relative))
                    below.Add(relative);
                above = next;
            }
        }
        return [.. enters.Select(entry => new PassedDirectory(entry.Key, entry.Value))];
    }
}
