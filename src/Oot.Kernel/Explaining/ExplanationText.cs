namespace Oot.Kernel.Explaining;

/// <summary>An explanation as a line for people.</summary>
internal static class ExplanationText
{
    private const int MostNames = 4, MostWords = 12;

    /// <summary>The line, paths below <paramref name="directory"/> without it.</summary>
    public static string Line(RebuildExplanation explanation, string directory) =>
        $"{Shown(explanation.Target, directory)}: {string.Join("; ", explanation.Reasons.Select(reason => Text(reason, directory)))}";

    private static string Text(RebuildReason reason, string directory) => reason.Kind switch
    {
        RebuildKind.Missing => "does not exist",
        RebuildKind.Newer => Names(reason, directory, "is newer", "are newer"),
        RebuildKind.Gone => Names(reason, directory, "is gone", "are gone"),
        RebuildKind.Configuration => Names(reason, directory, "has changed", "have changed"),
        RebuildKind.Command => "its command has changed:" + Words(reason),
        RebuildKind.UnknownCommand => "the command that made it is not recorded",
        RebuildKind.Asked => "everything is to be made (-B)",
        _ => "its rule runs every time",
    };

    private static string Names(RebuildReason reason, string directory, string one, string several)
    {
        IReadOnlyList<string> names = reason.Names ?? [];
        string more = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
        return $"{string.Join(", ", names.Take(MostNames).Select(name => Shown(name, directory)))}{more} {(names.Count == 1 ? one : several)}";
    }

    private static string Words(RebuildReason reason)
    {
        if (reason is { Added.Count: 0, Removed.Count: 0 })
            return " the order of its words";
        return Words(" now with ", reason.Added) + Words(reason.Added is { Count: > 0 } ? ", without " : " now without ", reason.Removed);
    }

    private static string Words(string before, IReadOnlyList<string>? words) =>
        words is not { Count: > 0 } ? "" : before + string.Join(' ', words.Take(MostWords)) + (words.Count > MostWords ? $" and {words.Count - MostWords} more" : "");

    private static string Shown(string path, string directory) =>
        path.StartsWith(directory + "/", StringComparison.Ordinal) ? path[(directory.Length + 1)..] : path;
}
