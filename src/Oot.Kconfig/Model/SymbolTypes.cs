namespace Oot.Kconfig.Model;

/// <summary>Words for types.</summary>
internal static class SymbolTypes
{
    /// <summary>As conf's messages call a type.</summary>
    internal static string Name(this SymbolType type) => type switch
    {
        SymbolType.Boolean => "bool",
        SymbolType.Tristate => "tristate",
        SymbolType.Integer => "integer",
        SymbolType.Hexadecimal => "hex",
        SymbolType.Text => "string",
        _ => "unknown",
    };

    internal static bool IsLogical(this SymbolType type) => type is SymbolType.Boolean or SymbolType.Tristate;

    internal static bool IsNumber(this SymbolType type) => type is SymbolType.Integer or SymbolType.Hexadecimal;
}
