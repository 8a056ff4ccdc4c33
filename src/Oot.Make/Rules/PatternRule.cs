using System.Text;

namespace Oot.Make.Rules;

/// <summary>A target of a pattern rule.</summary>
/// <param name="Percent">Index of the <c>%</c>.</param>
internal readonly record struct TargetPattern(string Text, int Percent)
{
    /// <summary>Matches every name.</summary>
    public bool IsAnything => Text.Length == 1;
}

/// <summary>An implicit rule.</summary>
internal sealed class PatternRule(TargetPattern[] targets, DependencyList dependencies, Recipe? recipe, bool isTerminal)
{
    /// <summary>The targets; all are made by one run of the recipe.</summary>
    public TargetPattern[] Targets { get; } = targets;

    /// <summary>The prerequisites, their <c>%</c> not replaced.</summary>
    public DependencyList Dependencies { get; set; } = dependencies;

    /// <summary>The recipe; null cancels a built-in rule.</summary>
    public Recipe? Recipe { get; } = recipe;

    /// <summary>Written with <c>::</c>: its prerequisites must exist.</summary>
    public bool IsTerminal { get; } = isTerminal;

    /// <summary>Being tried for a file that is wanted on behalf of this very rule.</summary>
    public bool IsInUse { get; set; }

    /// <summary>The rule as text, for debugging output.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', Targets.Select(target => target.Text)).Append(IsTerminal ? "::" : ":");
        foreach (Dependency dependency in Dependencies.Where(dependency => !dependency.IsOrderOnly))
            text.Append(dependency.WaitsHere ? " .WAIT " : " ").Append(dependency.Name);
        string separator = " | ";
        foreach (Dependency dependency in Dependencies.Where(dependency => dependency.IsOrderOnly))
        {
            text.Append(separator).Append(dependency.WaitsHere ? ".WAIT " : "").Append(dependency.Name);
            separator = " ";
        }
        return text.ToString();
    }
}
