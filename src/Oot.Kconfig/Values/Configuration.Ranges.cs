using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Ranges of numbers.</summary>
public sealed partial class Configuration
{
    /// <summary>The range that holds for a number; null where there is none.</summary>
    internal Property? RangeOf(Symbol symbol) => FirstThatHolds(symbol, PropertyKind.Range);

    private void ApplyRange(Symbol symbol)
    {
        if (!symbol.Type.IsNumber() || RangeOf(symbol) is not { } range)
            return;
        int numberBase = symbol.Type == SymbolType.Integer ? 10 : 16;
        long value = TextValues.Number(_texts[symbol.Id] ?? "", numberBase);
        Symbol bound = _expressions.LeftSymbol(range.Value);
        if (value >= NumberOf(bound, numberBase))
        {
            bound = _expressions.RightSymbol(range.Value);
            if (value <= NumberOf(bound, numberBase))
                return;
        }
        _texts[symbol.Id] = _texts[bound.Id];
    }

    private long NumberOf(Symbol symbol, int numberBase)
    {
        Calculate(symbol);
        numberBase = symbol.Type switch { SymbolType.Integer => 10, SymbolType.Hexadecimal => 16, _ => numberBase };
        return TextValues.Number(_texts[symbol.Id] ?? "", numberBase);
    }

    /// <summary>Whether a text is valid for a symbol and within its range, or a value that it can have now.</summary>
    internal bool IsWithinRange(Symbol symbol, string text)
    {
        if (symbol.Type.IsLogical())
            return ReadTristate(text) is { } value && CanBe(symbol, value);
        if (!TextValues.IsValid(symbol.Type, text))
            return false;
        if (symbol.Type == SymbolType.Text || RangeOf(symbol) is not { } range)
            return true;
        int numberBase = symbol.Type == SymbolType.Integer ? 10 : 16;
        long number = TextValues.Number(text, numberBase);
        return number >= NumberOf(_expressions.LeftSymbol(range.Value), numberBase) && number <= NumberOf(_expressions.RightSymbol(range.Value), numberBase);
    }

    private static Tristate? ReadTristate(string text) => text switch
    {
        ['y' or 'Y', ..] => Tristate.Yes,
        ['m' or 'M', ..] => Tristate.Module,
        ['n' or 'N', ..] => Tristate.No,
        _ => null,
    };

    /// <summary>Whether the user can give a bool or tristate this value now.</summary>
    internal bool CanBe(Symbol symbol, Tristate value)
    {
        Tristate visibility = _visibility[symbol.Id];
        SymbolType type = TypeOf(symbol);
        if (visibility == Tristate.No || !type.IsLogical() || (type == SymbolType.Boolean && value == Tristate.Module) || visibility <= _reverse[symbol.Id])
            return false;
        if (_needsMembers is not null && symbol.IsChoiceMember && visibility == Tristate.Yes)
            return value == Tristate.Yes;
        return value >= _reverse[symbol.Id] && value <= visibility;
    }

    /// <summary>Whether the user can change a symbol at all.</summary>
    internal bool IsChangeable(Symbol symbol) => !(symbol.IsChoice && _needsMembers is null) && _visibility[symbol.Id] > _reverse[symbol.Id];

    /// <summary>The user gives a value to a bool or tristate; false where it cannot have it.</summary>
    internal bool Set(Symbol symbol, Tristate value)
    {
        Tristate old = _values[symbol.Id];
        if ((_needsMembers is null || old != value) && !CanBe(symbol, value))
            return false;
        _hasUserValue[symbol.Id] = true;
        if (_needsMembers is not null && symbol.IsChoiceMember && value == Tristate.Yes)
        {
            Symbol choice = symbol.Choice!;
            _userChoice![choice.Id] = symbol;
            _hasUserValue[choice.Id] = true;
            foreach (Symbol member in choice.Members)
                _hasUserValue[member.Id] |= _visibility[member.Id] != Tristate.No;
        }
        _userValues[symbol.Id] = value;
        if (old != value)
            Invalidate();
        return true;
    }

    /// <summary>The user gives a value as text; false where the symbol cannot have it.</summary>
    internal bool Set(Symbol symbol, string text)
    {
        if (symbol.Type.IsLogical())
            return ReadTristate(text) is { } value && Set(symbol, value);
        if (!IsWithinRange(symbol, text))
            return false;
        _hasUserValue[symbol.Id] = true;
        string? old = _userTexts[symbol.Id];
        if (symbol.Type == SymbolType.Hexadecimal && text is not ['0', 'x' or 'X', ..])
            text = "0x" + text;
        else if (old == text)
            return true;
        _userTexts[symbol.Id] = text;
        Invalidate();
        return true;
    }

    /// <summary>Gives a bool or tristate a value without asking whether it can have it, and without computing anything.</summary>
    internal void Give(Symbol symbol, Tristate value) => (_userValues[symbol.Id], _hasUserValue[symbol.Id]) = (value, true);

    internal void GiveSilently(Symbol symbol, Tristate value) => _userValues[symbol.Id] = value;

    /// <summary>As a line behind a configuration gives a value: of a choice, the last one counts.</summary>
    internal void Take(Symbol symbol, Tristate value)
    {
        Give(symbol, value);
        if (symbol.Choice is not { } choice)
            return;
        if (_needsMembers is null)
        {
            Prefer(choice, symbol);
            return;
        }
        if (value == Tristate.Yes)
            SetChosen(choice, symbol);
        (_userValues[choice.Id], _hasUserValue[choice.Id]) = (Most(_userValues[choice.Id], value), true);
    }

    internal void Give(Symbol symbol, string text) => (_userTexts[symbol.Id], _hasUserValue[symbol.Id]) = (text, true);

    internal void Withdraw(Symbol symbol) => _hasUserValue[symbol.Id] = false;

    /// <summary>Takes back everything that the user gave; choices of older trees count as given.</summary>
    internal void WithdrawAll()
    {
        Array.Clear(_hasUserValue);
        Array.Clear(_userValues);
        Array.Clear(_userTexts);
        if (_needsMembers is null)
            return;
        Array.Clear(_userChoice!);
        foreach (Symbol choice in _members.Keys)
            _hasUserValue[choice.Id] = true;
    }

    internal void GiveChoice(Symbol choice, bool isGiven) => _hasUserValue[choice.Id] = isGiven;
}
