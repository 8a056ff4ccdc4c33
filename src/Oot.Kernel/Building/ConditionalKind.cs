namespace Oot.Kernel.Building;

/// <summary>The three sorts of conditional line.</summary>
internal enum ConditionalKind
{
    /// <summary><c>ifeq</c>, <c>ifneq</c>, <c>ifdef</c>, <c>ifndef</c>.</summary>
    If,

    /// <summary><c>else</c>, with or without a test of its own.</summary>
    Else,

    /// <summary><c>endif</c>.</summary>
    EndIf,
}
