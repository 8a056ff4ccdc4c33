using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Menus;

/// <summary>What conf warns of in a symbol's properties (kernel 6.12, scripts/kconfig/menu.c).</summary>
internal sealed class PropertyChecks(KconfigDialect dialect, MenuBuilder menus, ExpressionTable expressions)
{
    internal void Check(MenuNode node, Symbol symbol)
    {
        if (symbol.Type == SymbolType.Unknown)
            menus.Warn(node.File, node.Line, "config symbol defined without type");
        if (dialect.HasOldChoices && symbol.IsChoice && node.Prompt is null)
            menus.Warn(node.File, node.Line, "choice must have a prompt");
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            switch (property.Kind)
            {
                case PropertyKind.Default:
                    CheckDefault(symbol, property);
                    break;
                case PropertyKind.Select or PropertyKind.Imply:
                    CheckSelect(symbol, property);
                    break;
                case PropertyKind.Range:
                    CheckRange(symbol, property);
                    break;
            }
        }
        symbol.IsChecked = true;
    }

    private void CheckDefault(Symbol symbol, Property property)
    {
        Symbol? value = expressions.SymbolOf(property.Value);
        if (value is null)
        {
            if (!symbol.Type.IsLogical() && symbol.Type != SymbolType.Unknown)
                Warn(property, $"default for config symbol '{symbol.Name ?? "(null)"}' must be a single symbol");
            return;
        }
        if (symbol.Type.IsNumber() && !IsNumber(symbol, value))
            Warn(property, $"'{symbol.Name ?? "(null)"}': number is invalid");
        if (symbol.IsChoice && (dialect.HasOldChoices ? value.Choice : ChoiceMembership.ChoiceOf(value)) != symbol)
            Warn(property, $"choice default symbol '{value.Name}' is not contained in the choice");
    }

    private void CheckSelect(Symbol symbol, Property property)
    {
        Symbol target = expressions.SymbolOf(property.Value)!;
        if (!symbol.Type.IsLogical())
            Warn(property, $"config symbol '{symbol.Name ?? "(null)"}' uses {property.Kind.Name()}, but is not bool or tristate");
        else if (target.Type != SymbolType.Unknown && !target.Type.IsLogical())
            Warn(property, $"'{target.Name}' has wrong type. '{property.Kind.Name()}' only accept arguments of bool and tristate type");
    }

    private void CheckRange(Symbol symbol, Property property)
    {
        if (!symbol.Type.IsNumber())
            Warn(property, "range is only allowed for int or hex symbols");
        if (!IsNumber(symbol, expressions.LeftSymbol(property.Value)) || !IsNumber(symbol, expressions.RightSymbol(property.Value)))
            Warn(property, "range is invalid");
    }

    private static bool IsNumber(Symbol symbol, Symbol value) => value.Type.IsNumber() || (value.Type == SymbolType.Unknown && TextValues.IsValid(symbol.Type, value.Name!));

    private void Warn(Property property, string message) => menus.Warn(property.File, property.Line, message);
}
