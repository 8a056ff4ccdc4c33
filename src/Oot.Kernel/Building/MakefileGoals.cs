namespace Oot.Kernel.Building;

/// <summary>Which rules a run of a makefile would come by.</summary>
internal static class MakefileGoals
{
    private const int DeepestChain = 500;

    /// <summary>The rules reachable from <paramref name="goals"/>, or from the default goal when there are none, prerequisites first.</summary>
    internal static IReadOnlyList<MakefileRule> Reachable(MakefileReading reading, IReadOnlyList<string> goals)
    {
        var byTarget = new Dictionary<string, List<MakefileRule>>(StringComparer.Ordinal);
        foreach (MakefileRule rule in reading.Rules)
        {
            foreach (string target in Words(reading, rule.Targets))
            {
                if (!byTarget.TryGetValue(target, out List<MakefileRule>? rules))
                    byTarget[target] = rules = [];
                rules.Add(rule);
            }
        }
        var ordered = new List<MakefileRule>();
        var listed = new HashSet<MakefileRule>(ReferenceEqualityComparer.Instance);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string goal in goals.Count > 0 ? goals : DefaultGoal(reading))
            Visit(goal, 0);
        return ordered;

        void Visit(string target, int depth)
        {
            if (depth > DeepestChain || !seen.Add(target) || !byTarget.TryGetValue(target, out List<MakefileRule>? rules))
                return;
            foreach (MakefileRule rule in rules)
            {
                foreach (string prerequisite in Words(reading, rule.Prerequisites))
                    Visit(prerequisite, depth + 1);
                if (listed.Add(rule))
                    ordered.Add(rule);
            }
        }
    }

    /// <summary>Whether a makefile has a rule for a target by name.</summary>
    internal static bool HasTarget(MakefileReading reading, string target) =>
        reading.Rules.Any(rule => Words(reading, rule.Targets).Contains(target, StringComparer.Ordinal));

    private static List<string> DefaultGoal(MakefileReading reading)
    {
        if (reading.Expand("$(.DEFAULT_GOAL)").Trim() is { Length: > 0 } chosen && chosen.IndexOf(MakeExpression.Unknown) < 0)
            return [chosen];
        foreach (MakefileRule rule in reading.Rules)
        {
            foreach (string target in Words(reading, rule.Targets))
            {
                if (!target.Contains('%') && (target[0] != '.' || target.Contains('/')))
                    return [target];
            }
        }
        return [];
    }

    private static string[] Words(MakefileReading reading, string text) => reading.Expand(text).Split([' ', '\t', '|'], StringSplitOptions.RemoveEmptyEntries);
}
