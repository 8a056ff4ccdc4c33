namespace Oot.Make.Symbolic;

/// <summary>The variables that makefiles have set, each as the assignments that made it, and when each of them counts.</summary>
internal sealed class SymbolicVariables
{
    private readonly Dictionary<string, List<SymbolicValue>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GuardedWord>> _locals = new(StringComparer.Ordinal);

    /// <summary>The names of all that were set.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The assignments of a variable; null for one that was never set.</summary>
    public List<SymbolicValue>? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>The value of a loop's variable or of a call's argument; null for other names.</summary>
    public List<GuardedWord>? FindLocal(string name) => _locals.GetValueOrDefault(name);

    /// <summary>Sets a loop's variable or a call's argument; gives what it was, for when that is over.</summary>
    public List<GuardedWord>? SetLocal(string name, List<GuardedWord>? value)
    {
        List<GuardedWord>? before = _locals.GetValueOrDefault(name);
        if (value is null)
            _locals.Remove(name);
        else
            _locals[name] = value;
        return before;
    }

    /// <summary>Replaces the value where <see cref="SymbolicValue.When"/> of the new one holds.</summary>
    public void Set(string name, SymbolicValue value)
    {
        if (!_values.TryGetValue(name, out List<SymbolicValue>? all))
            _values[name] = all = [];
        Condition otherwise = value.When.Not();
        for (int i = all.Count - 1; i >= 0; i--)
        {
            Condition left = all[i].When.And(otherwise);
            if (left.IsFalse)
                all.RemoveAt(i);
            else
                all[i] = all[i] with { When = left };
        }
        all.Add(value);
    }

    /// <summary>Adds to the value.</summary>
    public void Append(string name, SymbolicValue value)
    {
        if (!_values.TryGetValue(name, out List<SymbolicValue>? all))
            _values[name] = all = [];
        all.Add(value);
    }

    /// <summary>Sets what is not set yet.</summary>
    public void SetDefault(string name, SymbolicValue value)
    {
        Condition isSet = Condition.False;
        foreach (SymbolicValue existing in Find(name) ?? [])
            isSet = isSet.Or(existing.When);
        Condition when = value.When.And(isSet.Not());
        if (!when.IsFalse)
            Append(name, value with { When = when });
    }
}
