namespace Oot.Make.Rules;

/// <summary>What of a pattern is not literal.</summary>
[Flags]
internal enum PatternKind
{
    /// <summary>Every character stands for itself.</summary>
    Literal = 0,

    /// <summary><c>?</c>, <c>*</c> or a closed bracket expression.</summary>
    Special = 1,

    /// <summary>A backslash.</summary>
    Escape = 2,

    /// <summary>An opening bracket that nothing closes.</summary>
    Bracket = 4,
}
