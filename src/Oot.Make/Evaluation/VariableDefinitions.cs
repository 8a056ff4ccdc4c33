using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>Carries out assignments: computes the new value by the operator and defines the variable where it belongs.</summary>
internal sealed class VariableDefinitions(Expander expander)
{
    private readonly VariableTable _variables = expander.Variables;

    /// <summary>Called after a special variable was set, with the origin of the setting.</summary>
    public Action<Variable, Origin> SpecialChanged { get; set; } = (_, _) => { };

    /// <summary>Carries out an assignment as text; null if the text is none.</summary>
    public Variable? Assign(SourceLocation location, string text, Origin origin, bool forTarget)
    {
        if (!AssignmentSyntax.TryParse(text, 0, out AssignmentSyntax assignment))
            return null;
        return Define(location, ExpandName(location, assignment.Name), assignment.Value, origin, assignment.Operator, forTarget);
    }

    /// <summary>The name of a variable as written, expanded; an empty one stops.</summary>
    public string ExpandName(SourceLocation location, string name)
    {
        string expanded = expander.Expand(name);
        return expanded.Length > 0 ? expanded : throw expander.Messages.Fatal(location, "empty variable name");
    }

    /// <summary>Defines a variable of a known name.</summary>
    /// <param name="forTarget">In the current scope, a target's; otherwise globally.</param>
    public Variable Define(SourceLocation location, string name, TextTail written, Origin origin, AssignmentOperator op, bool forTarget)
    {
        if (op == AssignmentOperator.Simple)
            return Define(location, name, expander.Expand(written), origin, forTarget, isRecursive: false, isAppend: false, isConditional: false);
        string value = written.ToString();
        bool isAppend = false, isConditional = false, isRecursive = true;
        switch (op)
        {
            case AssignmentOperator.Immediate:
                value = expander.Expand(value).Replace("$", "$$", StringComparison.Ordinal);
                break;
            case AssignmentOperator.Shell:
                value = expander.RunShell(expander.Expand(value), trimAllNewlines: false);
                break;
            case AssignmentOperator.Conditional:
                if (_variables.Find(name) is { } existing)
                    return Finish(existing, origin);
                isConditional = true;
                break;
            case AssignmentOperator.Append or AssignmentOperator.AppendValue:
                Variable? old;
                if (forTarget)
                {
                    old = _variables.Current.Set.GetValueOrDefault(name);
                    // What an earlier plain assignment for this target cut off stays cut off.
                    isAppend = old is null || old.IsAppend;
                }
                else
                {
                    old = _variables.Find(name);
                }
                if (old is null)
                    break;
                isRecursive = old.IsRecursive;
                if (!isRecursive && op == AssignmentOperator.Append)
                    value = expander.Expand(value);
                if (value.Length == 0)
                    return Finish(old, origin);
                value = Join(old, value);
                break;
        }
        return Define(location, name, value, origin, forTarget, isRecursive, isAppend, isConditional);
    }

    /// <summary>Defines a simple variable globally.</summary>
    public Variable DefineSimple(SourceLocation location, string name, string value, Origin origin) =>
        Define(location, name, value, origin, forTarget: false, isRecursive: false, isAppend: false, isConditional: false);

    /// <summary>As the other, for a plain list of names.</summary>
    public Variable DefineSimple(SourceLocation location, string name, NameList value, Origin origin)
    {
        Variable variable = _variables.Define(_variables.GlobalSet, name, value, origin, location);
        variable.IsAppend = variable.IsConditional = false;
        return Finish(variable, origin);
    }

    private Variable Define(SourceLocation location, string name, string value, Origin origin, bool forTarget, bool isRecursive, bool isAppend, bool isConditional)
    {
        Variable variable = _variables.Define(forTarget ? _variables.Current.Set : _variables.GlobalSet, name, value, origin, isRecursive, location);
        variable.IsAppend = isAppend;
        variable.IsConditional = isConditional;
        return Finish(variable, origin);
    }

    private static string Join(Variable old, string value)
    {
        if (old.Value.Length == 0)
            return value;
        string before = old.Value;
        // MAKEFLAGS ends in the command-line variables; they are put there anew.
        if (old.Name == "MAKEFLAGS" && before.IndexOf(" -- ", StringComparison.Ordinal) is >= 0 and var separator)
            before = before[..separator];
        return before + " " + value;
    }

    private Variable Finish(Variable variable, Origin origin)
    {
        if (variable.IsSpecial)
            SpecialChanged(variable, origin);
        return variable;
    }
}
