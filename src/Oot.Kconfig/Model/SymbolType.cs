namespace Oot.Kconfig.Model;

/// <summary>What values a symbol has.</summary>
public enum SymbolType : byte
{
    /// <summary>Named somewhere and nowhere defined: its value is its name.</summary>
    Unknown,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>tristate</c>.</summary>
    Tristate,

    /// <summary><c>int</c>.</summary>
    Integer,

    /// <summary><c>hex</c>.</summary>
    Hexadecimal,

    /// <summary><c>string</c>.</summary>
    Text,
}
