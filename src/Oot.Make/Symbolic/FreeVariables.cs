using System.Collections.Concurrent;

namespace Oot.Make.Symbolic;

/// <summary>Which variables are free, and what each may be. Safe for several readers at once.</summary>
/// <param name="valuesOf">The values of a name that is free; null for all others.</param>
public sealed class FreeVariables(Func<string, string[]?> valuesOf)
{
    /// <summary>The values of a yes-or-no question: empty for no.</summary>
    public static string[] YesOrNo { get; } = ["", "y"];

    private readonly ConcurrentDictionary<string, FreeVariable?> known = new(StringComparer.Ordinal);

    /// <summary>The free variable of a name; null for a name that is none.</summary>
    public FreeVariable? Find(string name) => known.GetOrAdd(name, name => valuesOf(name) is { } values ? new FreeVariable(name, values) : null);
}
