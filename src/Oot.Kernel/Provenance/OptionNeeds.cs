using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>What would have to change for a condition to hold.</summary>
internal static class OptionNeeds
{
    /// <summary>The fewest options of any of the condition's cases, and what that case asks besides; of equal ones that with more modules.</summary>
    /// <param name="judge">The configuration; null when none is known: then every option that is asked for.</param>
    public static (IReadOnlyList<OptionNeed> Needs, IReadOnlyList<string> Others) Fewest(Condition goal, ConfigurationJudge? judge)
    {
        var ways = new List<(List<OptionNeed> Needs, List<string> Others)>();
        foreach (IReadOnlyList<ValueTest> tests in goal.Cases)
            ways.Add(Of(tests, judge));
        if (ways.Count == 0)
            return ([], []);
        // As a module before built in.
        (List<OptionNeed> needs, List<string> others) = ways.MinBy(way => (way.Needs.Count * 10_000) + (way.Others.Count * 100) - way.Needs.Count(need => need.Values[0] == "m"));
        for (int i = 0; i < needs.Count; i++)
            foreach ((List<OptionNeed> same, List<string> otherwise) in ways)
                if (same.Count == needs.Count && otherwise.Count == others.Count && DiffersOnlyAt(needs, same, i))
                    needs[i] = needs[i] with { Values = [.. needs[i].Values.Union(same[i].Values).OrderBy(Preference)] };
        return (needs, others);
    }

    /// <summary>Whether two ways ask for the same options, and the second takes what the first prefers, at all places but one.</summary>
    private static bool DiffersOnlyAt(List<OptionNeed> needs, List<OptionNeed> same, int place)
    {
        for (int i = 0; i < needs.Count; i++)
            if (needs[i].Option != same[i].Option || (i != place && !needs[i].Values.All(same[i].Values.Contains)))
                return false;
        return true;
    }

    // Off is the last resort, a module the first choice.
    private static int Preference(string value) => value switch { "m" => 0, "y" => 1, "n" => 2, _ => 3 };

    private static (List<OptionNeed> Needs, List<string> Others) Of(IReadOnlyList<ValueTest> tests, ConfigurationJudge? judge)
    {
        List<OptionNeed> needs = [];
        List<string> others = [];
        foreach (ValueTest test in tests)
        {
            uint value = judge?.ValueOf(test.Variable) ?? 0;
            if (!test.Variable.Name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal))
            {
                if (value == 0 && test.Variable.Name != ConfigurationVariables.Architecture)
                    others.Add(test.Mask == 2 ? test.Variable.Name : $"not {test.Variable.Name}");
            }
            else if ((value & test.Mask) == 0)
            {
                needs.Add(Need(test, judge is null ? null : test.Variable.Values[System.Numerics.BitOperations.TrailingZeroCount(value)]));
            }
        }
        return (needs, others);
    }

    private static OptionNeed Need(ValueTest test, string? current)
    {
        int equals = test.Variable.Name.IndexOf('=');
        if (equals > 0)
            return new OptionNeed(test.Variable.Name[..equals], [test.Mask == 2 ? test.Variable.Name[(equals + 1)..] : "anything else"], null);
        var values = new List<string>();
        for (int i = 0; i < test.Variable.Values.Length; i++)
            if ((test.Mask & (1u << i)) != 0)
                values.Add(Shown(test.Variable.Values[i]));
        return new OptionNeed(test.Variable.Name, [.. values.OrderBy(Preference)], current is null ? null : Shown(current));
    }

    private static string Shown(string value) => value.Length == 0 ? "n" : value;
}
