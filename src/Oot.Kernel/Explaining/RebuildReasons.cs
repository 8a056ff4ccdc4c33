using Oot.Make.Observing;

namespace Oot.Kernel.Explaining;

/// <summary>Finds out why a target is made: from what make considered, and from what kbuild compares besides.</summary>
internal static class RebuildReasons
{
    private const string Options = "include/config/";

    /// <summary>The reasons, the decisive first; null for a target that is not a file, and for one that kbuild leaves as it is (its recipe may still have a <c>set -e</c> to run).</summary>
    public static RebuildExplanation? Of(TargetUpdate update) =>
        !update.IsPhony && All(update) is { Count: > 0 } reasons ? new RebuildExplanation(Absolute(update, update.Target), reasons) : null;

    private static List<RebuildReason> All(TargetUpdate update)
    {
        // Everything is newer than what is not there.
        if (update.IsMissing)
            return [new RebuildReason(RebuildKind.Missing)];
        if (update.IsAlwaysMade)
            return [new RebuildReason(RebuildKind.Asked)];
        var reasons = new List<RebuildReason>();
        AddPrerequisites(update, reasons);
        if (KbuildRule.Of(update) is { } rule)
            AddCommand(rule, reasons);
        else if (reasons.Count == 0)
            reasons.Add(new RebuildReason(RebuildKind.EveryTime));
        return reasons;
    }

    private static void AddPrerequisites(TargetUpdate update, List<RebuildReason> reasons)
    {
        List<string> newer = [], gone = [], options = [];
        foreach (string name in update.Newer)
        {
            if (update.IsPhonyName(name))
                continue;
            if (OptionOf(name) is { } option)
                options.Add(option);
            else
                (update.Exists(name) ? newer : gone).Add(Absolute(update, name));
        }
        if (newer.Count > 0)
            reasons.Add(new RebuildReason(RebuildKind.Newer) { Names = newer });
        if (gone.Count > 0)
            reasons.Add(new RebuildReason(RebuildKind.Gone) { Names = gone });
        if (options.Count > 0)
            reasons.Add(new RebuildReason(RebuildKind.Configuration) { Names = options });
    }

    private static void AddCommand(KbuildRule rule, List<RebuildReason> reasons)
    {
        if (rule.Saved.Length == 0)
        {
            reasons.Add(new RebuildReason(RebuildKind.UnknownCommand));
        }
        else if (rule.Saved != rule.Command && !rule.MattersNot)
        {
            reasons.Add(new RebuildReason(RebuildKind.Command)
            {
                Added = CommandWords.Beyond(rule.Command, rule.Saved),
                Removed = CommandWords.Beyond(rule.Saved, rule.Command),
            });
        }
    }

    /// <summary>The option that a file of <c>include/config</c> stands for: <c>FOO_BAR</c>, or before 5.13 <c>foo/bar.h</c>; null for any other file.</summary>
    internal static string? OptionOf(string name)
    {
        int at = name.LastIndexOf(Options, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && name[at - 1] != '/'))
            return null;
        string option = name[(at + Options.Length)..];
        if (option.EndsWith(".h", StringComparison.Ordinal))
            option = option[..^2].Replace('/', '_').ToUpperInvariant();
        return option.AsSpan().ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") || option.Length == 0 ? null : "CONFIG_" + option;
    }

    // Path.GetFullPath works on characters, and each is a byte here.
    private static string Absolute(TargetUpdate update, string name) => Path.GetFullPath(name, update.Directory is ['/', ..] and var directory ? directory : "/");
}
