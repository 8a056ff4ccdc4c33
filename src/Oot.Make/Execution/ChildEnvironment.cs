using System.Globalization;
using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>Makes the environment of commands: exported variables of the target's scopes, <c>MAKELEVEL</c> one up.</summary>
internal sealed class ChildEnvironment(MakeState state)
{
    private readonly Dictionary<string, (string Value, string Entry)> _entries = new(StringComparer.Ordinal);
    private readonly List<Variable> _exported = [];
    private readonly HashSet<string> _exportedNames = new(StringComparer.Ordinal);
    private List<(Variable Variable, ExportMode Mode)>? _exportedInOrder;
    // By whether it is a recipe's, a $(shell)'s, or that of a $(shell) in an exported variable.
    private readonly List<string>[] _last = [[], [], []];
    private int _exportedAt = -1;

    /// <summary>The value of <c>SHELL</c> that make was started with, which children get whatever makefiles say; null: none.</summary>
    public string? InheritedShell { get; set; }

    /// <summary>Added to MAKEFLAGS of children that do not inherit the jobserver; null: nothing.</summary>
    public string? JobserverInvalidation { get; set; }

    /// <summary>The environment for a target's recipe, or for <c>$(shell)</c> when <paramref name="file"/> is null.</summary>
    /// <param name="isRecursive">The recipe runs make.</param>
    public IReadOnlyList<string> For(FileNode? file, bool isRecursive)
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

    private IReadOnlyList<string> Build(FileNode? file, string? invalidation)
    {
        var result = new List<string>(_last[0].Count + 1);
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
            result.Add(Entry(variable.Name, value));
        }
        if (!hasShell)
            result.Add(Entry("SHELL", InheritedShell!));
        if (!hasLevel)
            result.Add(Entry("MAKELEVEL", level));
        ref List<string> last = ref _last[Math.Min(state.Expander.ShellEnvironmentDepth, _last.Length - 1)];
        return last = AreSame(result, last) ? last : result;
    }

    /// <summary>Dozens of commands one after the other get the same hundred entries.</summary>
    private string Entry(string name, string value)
    {
        if (_entries.TryGetValue(name, out (string Value, string Entry) known) && known.Value == value)
            return known.Entry;
        string entry = $"{name}={value}";
        _entries[name] = (value, entry);
        return entry;
    }

    private static bool AreSame(List<string> one, List<string> other)
    {
        if (one.Count != other.Count)
            return false;
        for (int i = 0; i < one.Count; i++)
            if (!ReferenceEquals(one[i], other[i]))
                return false;
        return true;
    }

    /// <summary>The innermost variable of every name that may be exported; an inner one that does not say takes the outer's export mode.</summary>
    private IEnumerable<(Variable Variable, ExportMode Mode)> Collect(VariableScope innermost)
    {
        List<Variable> exported = ExportedGlobally();
        bool isGlobalAlone = !exported.Exists(variable => variable.IsPrivate);
        for (VariableScope? scope = innermost; scope is not null && isGlobalAlone; scope = scope.Next)
            isGlobalAlone = scope.Set == state.Variables.GlobalSet || !Concerns(scope.Set);
        if (!isGlobalAlone)
            return Merge(innermost);
        return _exportedInOrder ??= [.. HashOrder.Sort(exported, variable => HashOrder.OfCountedText(variable.Name), HashOrder.VariableTableSize).Select(variable => (variable, variable.Export))];
    }

    /// <summary>Whether a scope of a target's or a function's own makes a difference to what is exported.</summary>
    private bool Concerns(Dictionary<string, Variable> set)
    {
        foreach (Variable variable in set.Values)
            if (IsExported(variable, variable.Export) || _exportedNames.Contains(variable.Name))
                return true;
        return false;
    }

    private IEnumerable<(Variable Variable, ExportMode Mode)> Merge(VariableScope innermost)
    {
        var order = new List<string>();
        var found = new Dictionary<string, (Variable Variable, ExportMode Mode)>(StringComparer.Ordinal);
        for (VariableScope? scope = innermost; scope is not null; scope = scope.Next)
        {
            Dictionary<string, Variable> set = scope.Set;
            foreach (string name in order)
                if (found[name] is { Mode: ExportMode.Default } inner && set.TryGetValue(name, out Variable? outer) && !outer.IsPrivate)
                    found[name] = (inner.Variable, outer.Export);
            foreach (Variable variable in set == state.Variables.GlobalSet ? (IEnumerable<Variable>)ExportedGlobally() : set.Values)
                if ((scope == innermost || !variable.IsPrivate) && found.TryAdd(variable.Name, (variable, variable.Export)))
                    order.Add(variable.Name);
        }
        return HashOrder.Sort(order, HashOrder.OfCountedText, HashOrder.VariableTableSize).Select(name => found[name]);
    }

    /// <summary>The exported ones of the global set, which has thousands: few change between one command and the next.</summary>
    private List<Variable> ExportedGlobally()
    {
        if (state.ExportsAll || _exportedAt != state.Variables.Exports.Count)
        {
            _exported.Clear();
            _exportedNames.Clear();
            _exportedInOrder = null;
            foreach (Variable variable in state.ExportsAll ? state.Variables.WholeGlobalSet.Values : (IEnumerable<Variable>)state.Variables.Exports.Candidates)
                if (IsExported(variable, variable.Export) && state.Variables.GlobalSet.GetValueOrDefault(variable.Name) == variable && _exportedNames.Add(variable.Name))
                    _exported.Add(variable);
            _exportedAt = state.ExportsAll ? -1 : state.Variables.Exports.Count;
        }
        return _exported;
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
