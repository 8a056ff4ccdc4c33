using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>Lines, and what they bring. Of as many lines those are better that enable fewer options, then those with fewer <c>=y</c>.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Enabled">How many options come on that are off now.</param>
internal sealed record LineSet(IReadOnlyList<ConfigValue> Lines, int Enabled) : IComparable<LineSet>
{
    /// <summary>How many lines say <c>=y</c>.</summary>
    internal int BuiltIn { get; } = Lines.Count(static line => line.Value == Tristate.Yes);

    /// <inheritdoc/>
    public int CompareTo(LineSet? other) => other is null ? 1
        : Enabled != other.Enabled ? Enabled.CompareTo(other.Enabled)
        : BuiltIn != other.BuiltIn ? BuiltIn.CompareTo(other.BuiltIn)
        : string.CompareOrdinal(string.Join('\n', Lines), string.Join('\n', other.Lines));
}
