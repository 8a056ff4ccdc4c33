using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Which member of a choice is on, since 6.11 (kernel 6.12, scripts/kconfig/symbol.c).</summary>
public sealed partial class Configuration
{
    /// <summary>Decides a choice and sets its visible members' values; null where no member is visible.</summary>
    internal Symbol? Choose(Symbol choice)
    {
        List<Symbol> members = _members[choice];
        Symbol? chosen = null;
        foreach (Symbol member in members)
        {
            CalculateVisibility(member);
            if (_visibility[member.Id] != Tristate.No && _hasUserValue[member.Id] && _userValues[member.Id] == Tristate.Yes)
            {
                chosen = member;
                break;
            }
        }
        if (chosen is null)
        {
            chosen = DefaultOfChoice(choice);
            if (chosen is not null && _hasUserValue[chosen.Id] && _userValues[chosen.Id] == Tristate.No)
                chosen = null;
        }
        chosen ??= FirstEntry(choice, member => _visibility[member.Id] != Tristate.No && !_hasUserValue[member.Id]);
        chosen ??= members.FindLast(member => _visibility[member.Id] != Tristate.No);
        MenuNode root = choice.Definitions[0];
        for (MenuNode? node = root.After(root); node is not null; node = node.After(root))
        {
            if (node.Symbol is not { } member || _visibility[member.Id] == Tristate.No)
                continue;
            _values[member.Id] = member == chosen ? Tristate.Yes : Tristate.No;
            _isValid[member.Id] = _isWritten[member.Id] = true;
        }
        return chosen;
    }

    /// <summary>The default of a choice that is visible, else its first visible member. Members' visibilities have to be known.</summary>
    internal Symbol? DefaultOfChoice(Symbol choice)
    {
        for (Property? property = choice.Properties; property is not null; property = property.Next)
        {
            if (property.Kind != PropertyKind.Default || (_conditions[property.Id] = Evaluate(property.Condition)) == Tristate.No)
                continue;
            if (_expressions.SymbolOf(property.Value) is { } member && _visibility[member.Id] != Tristate.No)
                return member;
        }
        if (_needsMembers is null)
            return FirstEntry(choice, member => _visibility[member.Id] != Tristate.No);
        foreach (Symbol member in choice.Members)
        {
            if (_visibility[member.Id] != Tristate.No)
                return member;
        }
        return null;
    }

    private static Symbol? FirstEntry(Symbol choice, Func<Symbol, bool> isWanted)
    {
        MenuNode root = choice.Definitions[0];
        for (MenuNode? node = root.After(root); node is not null; node = node.After(root))
        {
            if (node.Symbol is { } member && isWanted(member))
                return member;
        }
        return null;
    }

    /// <summary>The user's choice: one visible member on, the others off, all of them before what was given earlier.</summary>
    internal void SetChoice(Symbol choice, Symbol chosen)
    {
        bool isChanged = false;
        MenuNode root = choice.Definitions[0];
        for (MenuNode? node = root.After(root); node is not null; node = node.After(root))
        {
            if (node.Symbol is not { } member || _visibility[member.Id] == Tristate.No)
                continue;
            Tristate value = member == chosen ? Tristate.Yes : Tristate.No;
            isChanged |= _values[member.Id] != value;
            (_userValues[member.Id], _hasUserValue[member.Id]) = (value, true);
            Prefer(choice, member);
        }
        if (isChanged)
            Invalidate();
    }

    /// <summary>A choice's members, what was given last first.</summary>
    internal IReadOnlyList<Symbol> PriorityOf(Symbol choice) => _members[choice];

    /// <summary>Puts a member before all others.</summary>
    internal void Prefer(Symbol choice, Symbol member)
    {
        List<Symbol> members = _members[choice];
        if (members.Remove(member))
            members.Insert(0, member);
    }

    /// <summary>Puts a member behind all others.</summary>
    internal void Postpone(Symbol choice, Symbol member)
    {
        List<Symbol> members = _members[choice];
        if (members.Remove(member))
            members.Add(member);
    }
}
