using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>What a symbol would be without the user: what savedefconfig leaves out.</summary>
public sealed partial class Configuration
{
    /// <summary>The value that a symbol has by default, as text.</summary>
    internal string DefaultTextOf(Symbol symbol)
    {
        CalculateVisibility(symbol);
        Calculate(Tree.Modules);
        string text = "";
        Tristate value = Tristate.No;
        if (DefaultOf(symbol) is { } property)
        {
            if (symbol.Type.IsLogical())
                value = Least(Evaluate(property.Value), _conditions[property.Id]);
            else if (_expressions.SymbolOf(property.Value) is { } source)
            {
                Calculate(source);
                text = (source.Type.IsLogical() ? _texts[source.Id] ?? "n" : _texts[source.Id]) ?? "";
            }
        }
        if (!symbol.Type.IsLogical())
            return text.Length > 0 || Tree.Dialect.HasOldChoices ? text : EmptyValue(symbol);
        value = Most(value, _reverse[symbol.Id]);
        if (value == Tristate.Module && !symbol.IsChoiceMember && _values[Tree.Modules.Id] == Tristate.No)
            value = Tristate.Yes;
        if (symbol.Type == SymbolType.Boolean && value == Tristate.Module)
            value = Tristate.Yes;
        return TextValues.Text(Most(value, _implied[symbol.Id]));
    }

    /// <summary>A file was written: its lines are not written twice.</summary>
    internal void TakeFromFile(Symbol symbol) => _isWritten[symbol.Id] = false;
}
