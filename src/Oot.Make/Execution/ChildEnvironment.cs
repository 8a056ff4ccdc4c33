using System.Globalization;
using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>Makes the environment of commands: exported variables of the target's scopes, <c>MAKELEVEL</c> one up.</summary>
internal sealed class ChildEnvironment(MakeState state)
{
    /// <summary>The value of <c>SHELL</c> that make was started with, which children get whatever makefiles say; null: none.</summary>
    public string? InheritedShell { get; set; }

    /// <summary>Added to MAKEFLAGS of children that do not inherit the jobserver; null: nothing.</summary>
    public string? JobserverInvalidation { get; set; }

    /// <summary>The environment for a target's recipe, or for <c>$(shell)</c> when <paramref name="file"/> is null.</summary>
    /// <param name="isRecursive">The recipe runs make.</param>
    public List<string> For(FileNode? file, bool isRecursive)
    {
        Expander expander = state.Expander;
        if (file is null)
            expander.ShellEnvironmentDepth++;
        try
        {
            return Build(file, isRecursive ? null : JobserverInvalidation);
        }
        finally
        {
            if (file is null)
                expander.ShellEnvironmentDepth--;
        }
    }

    private List<string> Build(FileNode? file, string? invalidation)
    {
        var result = new List<string>();
        string level = (state.Level + 1).ToString(CultureInfo.InvariantCulture);
        bool hasShell = InheritedShell is null, hasLevel = false;
        foreach ((Variable variable, ExportMode mode) in Collect(file?.Variables ?? state.Variables.Current))
        {
            if (!IsExported(variable, mode))
                continue;
            string value = variable.Value;
            bool fromEnvironment = variable.Origin is Origin.Environment or Origin.EnvironmentOverride;
            if (variable.IsRecursive && (!fromEnvironment || variable.Name == "MAKEFLAGS"))
                value = state.Expander.ExpandVariable(variable, file);
            switch (variable.Name)
            {
                case "SHELL":
                    hasShell = true;
                    break;
                case "MAKELEVEL":
                    value = level;
                    hasLevel = true;
                    break;
                case "MAKEFLAGS" when invalidation is not null && value.Contains(" --jobserver-auth=", StringComparison.Ordinal):
                    int variables = value.IndexOf(" -- ", StringComparison.Ordinal);
                    value = value.Insert(variables < 0 ? value.Length : variables, invalidation);
                    break;
                case "MFLAGS" when invalidation is not null && variable.Origin == Origin.Environment && value.Contains(" --jobserver-auth=", StringComparison.Ordinal):
                    value += invalidation;
                    break;
            }
            result.Add($"{variable.Name}={value}");
        }
        if (!hasShell)
            result.Add("SHELL=" + InheritedShell);
        if (!hasLevel)
            result.Add("MAKELEVEL=" + level);
        return result;
    }

    /// <summary>The innermost variable of every name that may be exported; an inner one that does not say takes the outer's export mode.</summary>
    private IEnumerable<(Variable Variable, ExportMode Mode)> Collect(VariableScope innermost)
    {
        var order = new List<string>();
        var found = new Dictionary<string, (Variable Variable, ExportMode Mode)>(StringComparer.Ordinal);
        for (VariableScope? scope = innermost; scope is not null; scope = scope.Next)
        {
            bool isLocal = scope == innermost, isGlobal = scope.Set == state.Variables.GlobalSet;
            foreach ((string name, Variable variable) in scope.Set)
            {
                if (!isLocal && variable.IsPrivate)
                    continue;
                if (found.TryGetValue(name, out (Variable Variable, ExportMode Mode) inner))
                {
                    if (inner.Mode == ExportMode.Default)
                        found[name] = (inner.Variable, variable.Export);
                }
                else if (!isGlobal || IsExported(variable, variable.Export))
                {
                    found.Add(name, (variable, variable.Export));
                    order.Add(name);
                }
            }
        }
        return HashOrder.Sort(order, HashOrder.OfCountedText, HashOrder.VariableTableSize).Select(name => found[name]);
    }

    private bool IsExported(Variable variable, ExportMode mode) => mode switch
    {
        ExportMode.Export => true,
        ExportMode.Unexport => false,
        ExportMode.IfSet => variable.Origin != Origin.Default,
        _ => variable.Origin is not (Origin.Default or Origin.Automatic)
            && variable.HasShellName
            && (state.ExportsAll || variable.Origin is Origin.CommandLine or Origin.Environment or Origin.EnvironmentOverride),
    };
}
