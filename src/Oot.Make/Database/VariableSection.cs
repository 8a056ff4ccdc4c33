using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Database;

/// <summary>Variables: the global ones, those of patterns, and, for <see cref="FileSection"/>, those of targets.</summary>
internal static class VariableSection
{
    /// <summary>Writes the global and the pattern-specific variables.</summary>
    public static void Print(MakeState state, DatabaseText text)
    {
        text.Add("\n# Variables\n\n");
        PrintSet(state.Variables.WholeGlobalSet, HashOrder.VariableTableSize, "", onlyAutomatic: false, text);
        text.Add("\n# Pattern-specific Variable Values\n");
        IReadOnlyList<PatternVariable> patterns = state.PatternVariables.All;
        foreach (PatternVariable pattern in patterns)
        {
            text.Line($"\n{pattern.Pattern} :");
            Print(AsVariable(pattern), "# ", text);
        }
        text.Add(patterns.Count == 0 ? "\n# No pattern-specific variable values.\n" : $"\n# {patterns.Count} pattern-specific variable values");
    }

    /// <summary>GNU make does not know yet whether it is recursive, and shows it as if it were not.</summary>
    private static Variable AsVariable(PatternVariable pattern) => new(pattern.Name, new ExportChanges())
    {
        Value = pattern.Value,
        Location = pattern.Location,
        Origin = pattern.Origin,
        IsPrivate = pattern.IsPrivate,
        IsRecursive = pattern.IsShownRecursive,
    };

    /// <summary>What makefiles set for a target, as lines that would set it again.</summary>
    public static void PrintOfTarget(FileNode file, DatabaseText text)
    {
        if (file.Variables is not { } scope)
            return;
        foreach (Variable variable in Layout(scope.Set, HashOrder.TargetVariableTableSize).Items)
            if (variable.Origin != Origin.Automatic)
                Print(variable, $"{file.Name}: ", text);
    }

    /// <summary>The automatic variables of a target, as remarks.</summary>
    public static void PrintAutomatic(FileNode file, DatabaseText text)
    {
        if (file.Variables is { } scope)
            PrintSet(scope.Set, HashOrder.TargetVariableTableSize, "# ", onlyAutomatic: true, text);
    }

    private static void PrintSet(Dictionary<string, Variable> set, int size, string prefix, bool onlyAutomatic, DatabaseText text)
    {
        HashLayout<Variable> table = Layout(set, size);
        foreach (Variable variable in table.Items)
            if (!onlyAutomatic || variable.Origin == Origin.Automatic)
                Print(variable, prefix, text);
        text.Add("# variable set hash-table stats:\n# ");
        text.Statistics(table);
        text.Add("\n");
    }

    private static HashLayout<Variable> Layout(Dictionary<string, Variable> set, int size) =>
        new(set.Values, variable => HashOrder.OfCountedText(variable.Name), size);

    private static void Print(Variable variable, string prefix, DatabaseText text)
    {
        SourceLocation location = variable.Location;
        text.Add($"# {NameOf(variable.Origin)}{(variable.IsPrivate ? " private" : "")}");
        text.Line(location.IsKnown ? $" (from '{location.File}', line {location.Line})" : "");
        string value = variable.Value;
        if (variable.IsRecursive && value.Contains('\n'))
        {
            text.Line($"{prefix}define {variable.Name}\n{value}\nendef");
            return;
        }
        string sign = !variable.IsRecursive ? ":=" : variable.IsAppend ? "+=" : "=";
        // A value of blanks alone is kept from being lost.
        string shown = value.Length > 0 && Characters.NextToken(value) == value.Length ? $"$(subst ,,{value})"
            : variable.IsRecursive ? value
            : value.Replace("$", "$$", StringComparison.Ordinal);
        text.Line($"{prefix}{variable.Name} {sign} {shown}");
    }

    private static string NameOf(Origin origin) => origin switch
    {
        Origin.Default => "default",
        Origin.Environment => "environment",
        Origin.File => "makefile",
        Origin.EnvironmentOverride => "environment under -e",
        Origin.CommandLine => "command line",
        Origin.Override => "'override' directive",
        _ => "automatic",
    };
}
