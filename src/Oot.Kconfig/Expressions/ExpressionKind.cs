namespace Oot.Kconfig.Expressions;

/// <summary>What a node of an expression is.</summary>
public enum ExpressionKind : byte
{
    /// <summary>No expression.</summary>
    None,

    /// <summary><c>||</c> of two expressions.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c> of two expressions.</summary>
    And,

    /// <summary><c>!</c> of an expression.</summary>
    Not,

    /// <summary><c>=</c> of two symbols.</summary>
    Equal,

    /// <summary><c>!=</c> of two symbols.</summary>
    Unequal,

    /// <summary><c>&lt;</c> of two symbols.</summary>
    Less,

    /// <summary><c>&lt;=</c> of two symbols.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c> of two symbols.</summary>
    Greater,

    /// <summary><c>&gt;=</c> of two symbols.</summary>
    GreaterOrEqual,

    /// <summary>A symbol.</summary>
    Symbol,

    /// <summary>The two ends of a <c>range</c>.</summary>
    Range,
}
