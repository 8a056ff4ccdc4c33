namespace Oot.Make.Evaluation;

/// <summary>A set of variables and the set that is asked when a name is not in it.</summary>
internal sealed class VariableScope
{
    /// <summary>The variables of this set. The outermost set of a session can be exchanged while a function's own scope lies before it.</summary>
    public Dictionary<string, Variable> Set { get; set; } = [];

    /// <summary>It holds only <c>$(call)</c>'s numbered arguments: other names need not be looked up in it, however deep calls are nested.</summary>
    public bool HoldsOnlyArguments { get; set; }

    /// <summary>The enclosing set, or null.</summary>
    public VariableScope? Next { get; set; }

    /// <summary>Whether <see cref="Next"/> belongs to another target, which hides its private variables.</summary>
    public bool NextIsParent { get; set; }
}
