using System.Runtime.InteropServices;
using Oot.Core;
using Oot.Make.Caching.Runs;

namespace Oot.Make.Evaluation;

/// <summary>All variables of a run: the global set, the scopes pushed on it, and which scope is current.</summary>
internal sealed class VariableTable
{
    private readonly VariableScope _global = new();
    private readonly Dictionary<string, Variable> _globalSet;
    private readonly List<(PlainAssignments Assignments, string? File, int FirstNumber)> _deferred = [];

    /// <summary>An empty table.</summary>
    public VariableTable()
    {
        _globalSet = _global.Set;
        Current = _global;
    }

    /// <summary>The outermost scope.</summary>
    public VariableScope Global => _global;

    /// <summary>The variables of makefiles, environment and command line, whatever scope is pushed; not those that have only been deferred.</summary>
    public Dictionary<string, Variable> GlobalSet => _globalSet;

    /// <summary>As <see cref="GlobalSet"/>, all of them, in the order in which they were made.</summary>
    public Dictionary<string, Variable> WholeGlobalSet
    {
        get
        {
            if (_deferred.Count == 0)
                return _globalSet;
            foreach ((PlainAssignments assignments, _, _) in _deferred)
                foreach (string name in assignments.Names)
                    MakeDeferred(name);
            _deferred.Clear();
            Variable[] all = [.. _globalSet.Values.OrderBy(variable => variable.Number)];
            _globalSet.Clear();
            foreach (Variable variable in all)
                _globalSet.Add(variable.Name, variable);
            return _globalSet;
        }
    }

    /// <summary>Defines a file's variables, each when it is asked for; gives the names that are defined already, which the caller has to define anew.</summary>
    public List<string> Defer(PlainAssignments assignments, string? file)
    {
        if (_deferred.Count > 0)
            foreach (string name in assignments.Names)
                MakeDeferred(name);
        List<string> defined = [.. _globalSet.Keys.Where(assignments.Has)];
        _deferred.Add((assignments, file, Exports.Reserve(assignments.Count)));
        NamesVersion++;
        return defined;
    }

    /// <summary>The deferred variable of a name that is in no scope, or null.</summary>
    private Variable? MakeDeferred(string name)
    {
        foreach ((PlainAssignments assignments, string? file, int firstNumber) in _deferred)
        {
            if (!assignments.TryFind(name, out string value, out int index, out int line) || _globalSet.ContainsKey(name))
                continue;
            var variable = new Variable(name, Exports, firstNumber + index) { Value = value, Location = new SourceLocation(file, line), Origin = Origin.File, IsRecursive = true };
            _globalSet.Add(name, variable);
            return variable;
        }
        return null;
    }

    /// <summary>Makes sure that the sets of all scopes say what a name means.</summary>
    public void Settle(string name)
    {
        if (_deferred.Count > 0)
            MakeDeferred(name);
    }

    /// <summary>The scope where look-ups begin.</summary>
    public VariableScope Current { get; set; }

    /// <summary>Whether <c>-e</c> was given: environment variables are stronger than makefiles.</summary>
    public bool EnvironmentOverrides { get; set; }

    /// <summary>Counts what changes which variables children get.</summary>
    public ExportChanges Exports { get; } = new();

    /// <summary>Counts changes to the names in the global set.</summary>
    public int NamesVersion { get; private set; }

    /// <summary>Fills in the value of <c>.VARIABLES</c> when it is asked for.</summary>
    public Action<Variable>? RefreshSpecial { get; set; }

    /// <summary>Notes which names the environment could have given a value, or null.</summary>
    public RunVariables? Noted { get; set; }

    /// <summary>A name was looked up that makefiles do not define, or do not define everywhere.</summary>
    public void Asked(string name) => Noted?.Add(name);

    /// <summary>The variable that a reference to <paramref name="name"/> means now, or null.</summary>
    public Variable? Find(string name)
    {
        bool isParent = false;
        bool isArgument = name.Length > 0 && char.IsAsciiDigit(name[0]);
        for (VariableScope? scope = Current; scope is not null; scope = scope.Next)
        {
            if ((isArgument || !scope.HoldsOnlyArguments) && scope.Set.TryGetValue(name, out Variable? variable) && !(isParent && variable.IsPrivate))
            {
                if (variable.IsSpecial)
                    RefreshSpecial?.Invoke(variable);
                if (variable.Origin is Origin.Default or Origin.Environment or Origin.EnvironmentOverride)
                    Asked(name);
                return variable;
            }
            isParent |= scope.NextIsParent;
        }
        if (_deferred.Count > 0 && MakeDeferred(name) is { } deferred)
            return deferred;
        Asked(name);
        return null;
    }

    /// <summary>Defines in the global set; a weaker origin does not replace a stronger one.</summary>
    public Variable DefineGlobal(string name, string value, Origin origin, bool recursive = false, SourceLocation location = default) =>
        Define(_globalSet, name, value, origin, recursive, location);

    /// <summary>Defines in the current scope's set.</summary>
    public Variable DefineHere(string name, string value, Origin origin, bool recursive = false, SourceLocation location = default) =>
        Define(Current.Set, name, value, origin, recursive, location);

    /// <summary>As <see cref="DefineHere"/>, for a variable that is no argument where the scope may be one of <c>$(call)</c>.</summary>
    public void DefineBesideArguments(string name, string value, Origin origin)
    {
        Current.HoldsOnlyArguments = false;
        DefineHere(name, value, origin);
    }

    /// <summary>Defines in <paramref name="set"/>.</summary>
    public Variable Define(Dictionary<string, Variable> set, string name, string value, Origin origin, bool recursive, SourceLocation location) =>
        Define(set, name, value, null, origin, recursive, location);

    /// <summary>As the other, for a simple variable that is a list of names.</summary>
    public Variable Define(Dictionary<string, Variable> set, string name, NameList value, Origin origin, SourceLocation location) => Define(set, name, "", value, origin, recursive: false, location);

    private Variable Define(Dictionary<string, Variable> set, string name, string value, NameList? list, Origin origin, bool recursive, SourceLocation location)
    {
        if (EnvironmentOverrides && origin == Origin.Environment)
            origin = Origin.EnvironmentOverride;
        if (set == _globalSet)
            Settle(name);
        ref Variable? place = ref CollectionsMarshal.GetValueRefOrAddDefault(set, name, out bool isThere);
        Variable variable = place ??= new Variable(name, Exports);
        if (isThere)
        {
            StrengthenEnvironment(variable);
            if (origin < variable.Origin)
                return variable;
        }
        else
        {
            if (set == _globalSet)
                NamesVersion++;
        }
        if (list is null)
            variable.Value = value;
        else
            variable.Take(list);
        variable.Location = location;
        variable.Origin = origin;
        variable.IsRecursive = recursive;
        return variable;
    }

    /// <summary>Removes a global variable unless its origin is stronger than <paramref name="origin"/>.</summary>
    public void UndefineGlobal(string name, Origin origin)
    {
        if (EnvironmentOverrides && origin == Origin.Environment)
            origin = Origin.EnvironmentOverride;
        // What is undefined must not come back.
        if (_deferred.Exists(deferred => deferred.Assignments.Has(name)))
            _ = WholeGlobalSet;
        if (!_globalSet.TryGetValue(name, out Variable? variable))
            return;
        StrengthenEnvironment(variable);
        if (origin < variable.Origin)
            return;
        _globalSet.Remove(name);
        NamesVersion++;
        Exports.Count++;
    }

    private void StrengthenEnvironment(Variable variable)
    {
        // Defined before the switches were read, so -e had not touched it yet.
        if (EnvironmentOverrides && variable.Origin == Origin.Environment)
            variable.Origin = Origin.EnvironmentOverride;
    }

    /// <summary>Opens a scope of a function's own. Targets' scopes end in the global one, so a new scope over that takes its place.</summary>
    public void Push(bool onlyArguments = false)
    {
        if (Current == _global)
        {
            _global.Next = new VariableScope { Set = _global.Set, HoldsOnlyArguments = _global.HoldsOnlyArguments, Next = _global.Next, NextIsParent = _global.NextIsParent };
            _global.Set = [];
            _global.HoldsOnlyArguments = onlyArguments;
            _global.NextIsParent = false;
        }
        else
        {
            Current = new VariableScope { Next = Current, HoldsOnlyArguments = onlyArguments };
        }
    }

    /// <summary>Closes the scope that <see cref="Push"/> opened last.</summary>
    public void Pop()
    {
        if (Current != _global)
        {
            Current = Current.Next!;
            return;
        }
        VariableScope below = _global.Next!;
        _global.Set = below.Set;
        _global.HoldsOnlyArguments = below.HoldsOnlyArguments;
        _global.Next = below.Next;
        _global.NextIsParent = below.NextIsParent;
    }
}
