using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>A variable for all targets that match a pattern.</summary>
/// <param name="Percent">Index of the <c>%</c>.</param>
/// <param name="IsShownRecursive">Printed by <c>-p</c> as recursive: only where a recursive variable of the command line replaced its value.</param>
internal sealed record PatternVariable(
    string Pattern,
    int Percent,
    string Name,
    string Value,
    AssignmentOperator Operator,
    Origin Origin,
    SourceLocation Location,
    ExportMode Export,
    bool IsPrivate,
    bool IsShownRecursive);

/// <summary>All pattern-specific variables, the shorter patterns first: a later match overrides, so the longer pattern wins.</summary>
internal sealed class PatternVariables
{
    private readonly List<PatternVariable> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<PatternVariable> All => _all;

    /// <summary>Adds one behind all whose pattern is not longer.</summary>
    public void Add(PatternVariable variable)
    {
        int at = _all.Count;
        while (at > 0 && _all[at - 1].Pattern.Length > variable.Pattern.Length)
            at--;
        _all.Insert(at, variable);
    }

    /// <summary>Those for a target.</summary>
    public IEnumerable<PatternVariable> For(string target)
    {
        foreach (PatternVariable variable in _all)
            if (target.Length >= variable.Pattern.Length && PatternText.Matches(variable.Pattern, variable.Percent, target))
                yield return variable;
    }
}
