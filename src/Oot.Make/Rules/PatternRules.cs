namespace Oot.Make.Rules;

/// <summary>The implicit rules in the order in which they are tried.</summary>
internal sealed class PatternRules
{
    private readonly List<PatternRule> _rules = [];

    /// <summary>All rules.</summary>
    public IReadOnlyList<PatternRule> All => _rules;

    /// <summary>
    /// Adds a rule at the end. One with the same targets and prerequisites is replaced, or, without
    /// <paramref name="overrides"/>, kept in the new one's place.
    /// </summary>
    public void Add(PatternRule rule, bool overrides)
    {
        int same = _rules.FindIndex(existing => IsSame(rule, existing));
        if (same >= 0)
        {
            if (!overrides)
                return;
            _rules.RemoveAt(same);
        }
        _rules.Add(rule);
    }

    private static bool IsSame(PatternRule rule, PatternRule existing)
    {
        // make compares one target of the new rule with every target of the old one.
        if (!Array.Exists(rule.Targets, target => Array.TrueForAll(existing.Targets, other => other.Text == target.Text)))
            return false;
        if (rule.Dependencies.Count != existing.Dependencies.Count)
            return false;
        for (int i = 0; i < rule.Dependencies.Count; i++)
            if (rule.Dependencies[i].Name != existing.Dependencies[i].Name)
                return false;
        return true;
    }
}
