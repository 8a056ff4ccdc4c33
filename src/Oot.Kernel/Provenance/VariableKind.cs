namespace Oot.Kernel.Provenance;

/// <summary>What a variable in an index is; its number there.</summary>
internal enum VariableKind
{
    /// <summary>An option: absent, <c>m</c> or <c>y</c>.</summary>
    Option,

    /// <summary>A question that is answered by yes or no.</summary>
    Question,

    /// <summary>The architecture.</summary>
    Architecture,
}
