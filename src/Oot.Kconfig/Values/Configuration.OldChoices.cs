using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Choices up to 6.10, which are symbols with a value of their own (kernel 6.1, scripts/kconfig/symbol.c).</summary>
public sealed partial class Configuration
{
    // By symbol, of choices: the member that is on, the one the user wants; of choices and members: whether members without a value are still to get n. Null for newer trees.
    private readonly Symbol?[]? _chosen;
    private readonly Symbol?[]? _userChoice;
    private readonly bool[]? _needsMembers;

    private void FinishOldChoice(Symbol choice)
    {
        int id = choice.Id;
        _chosen![id] = _values[id] == Tristate.Yes ? ChooseOld(choice) : null;
        if (!_isWritten[id])
            return;
        foreach (Symbol member in choice.Members)
        {
            if (_visibility[member.Id] != Tristate.No)
                _isWritten[member.Id] = true;
        }
    }

    private Symbol? ChooseOld(Symbol choice)
    {
        bool areAllGiven = true;
        foreach (Symbol member in choice.Members)
        {
            CalculateVisibility(member);
            if (_visibility[member.Id] != Tristate.No)
                areAllGiven &= _hasUserValue[member.Id];
        }
        _hasUserValue[choice.Id] &= areAllGiven;
        if (_userChoice![choice.Id] is { } wanted && _visibility[wanted.Id] != Tristate.No)
            return wanted;
        Symbol? chosen = DefaultOfChoice(choice);
        if (chosen is null)
        {
            // What was computed in between saw the choice as on.
            _values[choice.Id] = Tristate.No;
            ForgetExpressions();
        }
        return chosen;
    }

    /// <summary>Members without a value get <c>n</c>, and the choice counts as given.</summary>
    internal void SetMembers(Symbol choice)
    {
        foreach (Symbol member in choice.Members)
        {
            if (!_hasUserValue[member.Id])
                _userValues[member.Id] = Tristate.No;
        }
        _hasUserValue[choice.Id] = true;
        _isValid[choice.Id] = _needsMembers![choice.Id] = false;
        ForgetExpressions();
    }

    internal void NeedMembers(Symbol symbol) => _needsMembers![symbol.Id] = true;

    internal void SetChosen(Symbol choice, Symbol? member) => _userChoice![choice.Id] = member;

    /// <summary>The member that the user wants on; null where none was given.</summary>
    internal Symbol? ChosenByUser(Symbol choice) => _userChoice?[choice.Id];

    /// <summary>The member that is on; null where none is.</summary>
    internal Symbol? ChosenOf(Symbol choice) => _chosen?[choice.Id];

    /// <summary>Takes a symbol's value back, so that it is computed anew.</summary>
    internal void ForgetValue(Symbol symbol)
    {
        _isValid[symbol.Id] = false;
        ForgetExpressions();
    }

    internal bool IsKnown(Symbol symbol) => _isValid[symbol.Id];
}
