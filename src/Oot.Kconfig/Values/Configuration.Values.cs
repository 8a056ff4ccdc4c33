using System.Runtime.CompilerServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>What a symbol's value comes from.</summary>
public sealed partial class Configuration
{
    /// <summary>Computes a symbol's value, and on the way all that it depends on.</summary>
    internal void Calculate(Symbol symbol)
    {
        int id = symbol.Id;
        if (_isValid[id])
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_needsMembers is not null && symbol.IsChoiceMember && _needsMembers[id])
        {
            _needsMembers[id] = false;
            Calculate(symbol.Choice!);
        }
        _isValid[id] = true;
        if (symbol.Type == SymbolType.Unknown)
        {
            (_texts[id], _values[id]) = (symbol.Name, Tristate.No);
            return;
        }
        Tristate before = _values[id];
        bool isLogical = symbol.Type.IsLogical();
        _isWritten[id] = false;
        CalculateVisibility(symbol);
        _isWritten[id] = _visibility[id] != Tristate.No;
        // What somebody sees who asks again while this is being computed.
        (_values[id], _texts[id]) = (Tristate.No, isLogical ? null : EmptyValue(symbol));
        Property? source = null;
        if (isLogical)
            _values[id] = LogicalValue(symbol, ref source);
        else
            _texts[id] = TextValue(symbol, ref source);
        AdoptFromTransitional(symbol, source);
        if (_needsMembers is not null && symbol.IsChoice)
            FinishOldChoice(symbol);
        ApplyRange(symbol);
        if (symbol == Tree.Modules && (before != _values[id] || _modulesValue != _values[id]))
            _modulesValue = _values[id];
        if (symbol.IsChoice || symbol.IsTransitional || symbol.IsInternal)
            _isWritten[id] = false;
        if (_needsMembers is not null && _needsMembers[id])
            SetMembers(symbol);
    }

    private string EmptyValue(Symbol symbol) => Tree.Dialect.HasOldChoices ? "" : symbol.Type switch
    {
        SymbolType.Integer => "0",
        SymbolType.Hexadecimal => "0x0",
        _ => "",
    };

    private Tristate LogicalValue(Symbol symbol, ref Property? source)
    {
        int id = symbol.Id;
        Tristate value;
        if (_needsMembers is null && symbol.Choice is { } choice)
        {
            Choose(choice);
            value = _values[id];
        }
        else if (_needsMembers is not null && symbol.IsChoiceMember && _visibility[id] == Tristate.Yes)
            value = _chosen![symbol.Choice!.Id] == symbol ? Tristate.Yes : Tristate.No;
        else
        {
            value = _visibility[id] != Tristate.No && _hasUserValue[id] ? Least(_userValues[id], _visibility[id]) : DefaultValue(symbol, ref source);
            if (_direct[id] < _reverse[id])
                WarnOfUnmet(symbol);
            value = Most(value, _reverse[id]);
        }
        return value == Tristate.Module && TypeOf(symbol) == SymbolType.Boolean ? Tristate.Yes : value;
    }

    private Tristate DefaultValue(Symbol symbol, ref Property? source)
    {
        int id = symbol.Id;
        Tristate value = Tristate.No;
        if (_reverse[id] != Tristate.No)
            _isWritten[id] = true;
        if (symbol.IsChoice)
            return value;
        source = DefaultOf(symbol);
        if (source is not null)
        {
            value = Least(Evaluate(source.Value), _conditions[source.Id]);
            if (value != Tristate.No)
                _isWritten[id] = true;
        }
        if (_implied[id] == Tristate.No)
            return value;
        _isWritten[id] = true;
        return Least(Most(value, _implied[id]), _direct[id]);
    }

    private string? TextValue(Symbol symbol, ref Property? source)
    {
        int id = symbol.Id;
        if (_visibility[id] != Tristate.No && _hasUserValue[id])
            return _userTexts[id];
        source = DefaultOf(symbol);
        if (source is null || _expressions.SymbolOf(source.Value) is not { } value)
            return _texts[id];
        _isWritten[id] = true;
        Calculate(value);
        return value.Type.IsLogical() ? _texts[value.Id] ?? "n" : _texts[value.Id];
    }

    /// <summary>The first default whose condition holds.</summary>
    private Property? DefaultOf(Symbol symbol) => FirstThatHolds(symbol, PropertyKind.Default);

    private Property? FirstThatHolds(Symbol symbol, PropertyKind kind)
    {
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == kind && (_conditions[property.Id] = Evaluate(property.Condition)) != Tristate.No)
                return property;
        }
        return null;
    }

    /// <summary>A symbol whose default is a transitional one that the user gave counts as given.</summary>
    private void AdoptFromTransitional(Symbol symbol, Property? source)
    {
        int id = symbol.Id;
        if (source is null || _hasUserValue[id] || _expressions.SymbolOf(source.Value) is not { IsTransitional: true } old || !_hasUserValue[old.Id])
            return;
        (_userValues[id], _userTexts[id], _hasUserValue[id]) = (_values[id], _texts[id], true);
    }

    private void CalculateVisibility(Symbol symbol)
    {
        int id = symbol.Id;
        if (symbol.IsTransitional)
        {
            _visibility[id] = Tristate.Yes;
            return;
        }
        Tristate visibility = Tristate.No;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Text is null)
                continue;
            Tristate condition = Evaluate(property.Condition);
            if (_needsMembers is not null && condition == Tristate.Module && symbol is { IsChoiceMember: true, Type: SymbolType.Tristate } && _values[symbol.Choice!.Id] == Tristate.Yes)
                condition = Tristate.No;
            _conditions[property.Id] = condition;
            visibility = Most(visibility, condition);
        }
        if (visibility == Tristate.Module && (symbol.Type != SymbolType.Tristate || _modulesValue == Tristate.No))
            visibility = Tristate.Yes;
        _visibility[id] = visibility;
        if (symbol.IsChoiceMember)
            return;
        bool isBoolean = TypeOf(symbol) == SymbolType.Boolean;
        _direct[id] = WithoutModule(Evaluate(symbol.DirectDependency), isBoolean);
        _reverse[id] = symbol.ReverseDependency == 0 ? Tristate.No : WithoutModule(Evaluate(symbol.ReverseDependency), isBoolean);
        _implied[id] = symbol.Implied == 0 ? Tristate.No : WithoutModule(Evaluate(symbol.Implied), isBoolean);
    }

    private static Tristate WithoutModule(Tristate value, bool isBoolean) => value == Tristate.Module && isBoolean ? Tristate.Yes : value;

    private void WarnOfUnmet(Symbol symbol)
    {
        UnmetCount++;
        _session.PrintError(new UnmetDependencyText(this).Of(symbol, _direct[symbol.Id]));
    }
}
