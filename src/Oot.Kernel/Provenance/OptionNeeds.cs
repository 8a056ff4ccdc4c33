using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>What would have to change for a condition to hold.</summary>
internal static class OptionNeeds
{
    /// <summary>The fewest options of any of the condition's cases, and what that case asks besides; of equal ones the first.</summary>
    /// <param name="judge">The configuration; null when none is known: then every option that is asked for.</param>
    public static (IReadOnlyList<OptionNeed> Needs, IReadOnlyList<string> Others) Fewest(Condition goal, ConfigurationJudge? judge)
    {
        (List<OptionNeed> Needs, List<string> Others)? best = null;
        foreach (IReadOnlyList<ValueTest> tests in goal.Cases)
        {
            (List<OptionNeed> Needs, List<string> Others) now = Of(tests, judge);
            if (best is null || now.Needs.Count < best.Value.Needs.Count || (now.Needs.Count == best.Value.Needs.Count && now.Others.Count < best.Value.Others.Count))
                best = now;
        }
        return best is null ? ([], []) : (best.Value.Needs, best.Value.Others);
    }

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
        // Off is the last resort, a module the first choice.
        values.Sort((left, right) => "myn".IndexOf(left[0]).CompareTo("myn".IndexOf(right[0])));
        return new OptionNeed(test.Variable.Name, values, current is null ? null : Shown(current));
    }

    private static string Shown(string value) => value.Length == 0 ? "n" : value;
}
