namespace Oot.Kconfig.Model;

/// <summary>The three values of an option, in the order in which <c>&amp;&amp;</c> is the minimum and <c>||</c> the maximum.</summary>
public enum Tristate : byte
{
    /// <summary><c>n</c>.</summary>
    No,

    /// <summary><c>m</c>.</summary>
    Module,

    /// <summary><c>y</c>.</summary>
    Yes,
}
