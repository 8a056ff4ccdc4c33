namespace Oot.Make.Symbolic;

/// <summary>A variable whose value is not known while a makefile is read; only what it may be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The texts that it may have, at most 32; an undefined variable's is empty.</param>
public sealed record FreeVariable(string Name, string[] Values)
{
    /// <summary>The mask of all values: bit n stands for the n-th.</summary>
    public uint All => Values.Length == 32 ? uint.MaxValue : (1u << Values.Length) - 1;

    /// <summary>The bits of the values for which something holds.</summary>
    public uint MaskOf(Func<string, bool> holds)
    {
        uint mask = 0;
        for (int i = 0; i < Values.Length; i++)
            if (holds(Values[i]))
                mask |= 1u << i;
        return mask;
    }

    /// <inheritdoc/>
    public bool Equals(FreeVariable? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Name, StringComparison.Ordinal);
}
