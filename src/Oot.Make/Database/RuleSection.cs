using System.Globalization;
using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary>Implicit rules, in the order in which they are tried.</summary>
internal static class RuleSection
{
    /// <summary>Writes them.</summary>
    public static void Print(MakeState state, DatabaseText text)
    {
        text.Add("\n# Implicit Rules\n");
        IReadOnlyList<PatternRule> rules = state.PatternRules.All;
        int terminal = 0;
        foreach (PatternRule rule in rules)
        {
            text.Line($"\n{rule}");
            if (rule.Recipe is not null)
                RecipePart.Print(rule.Recipe, state.RecipePrefix, text);
            if (rule.IsTerminal)
                terminal++;
        }
        text.Add(rules.Count == 0 ? "\n# No implicit rules.\n" : $"\n# {rules.Count} implicit rules, {terminal} ({Percent(terminal, rules.Count)}%) terminal.");
    }

    /// <summary>With one decimal; C rounds a tie to the even digit.</summary>
    private static string Percent(int part, int whole)
    {
        double percent = (double)part / whole * 100.0;
        return (percent % 1 == 0.25 ? percent - 0.05 : percent).ToString("F1", CultureInfo.InvariantCulture);
    }
}
