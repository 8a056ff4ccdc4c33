using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>Gives every option that has none a value (kernel 5.10 to 7.x, scripts/kconfig/conf.c).</summary>
internal sealed class NewValues(Configuration configuration, RandomValues? random)
{
    private readonly KconfigTree _tree = configuration.Tree;

    /// <summary>The same value for all; null: each its default.</summary>
    internal void SetAll(Tristate? value)
    {
        if (_tree.Dialect.HasOldChoices)
        {
            SetOld(value, isRandom: false);
            return;
        }
        if (value is { } given)
            ForEachNew(symbol => configuration.Give(symbol, given), static _ => { });
        configuration.Invalidate();
    }

    internal void SetAllAtRandom()
    {
        if (_tree.Dialect.HasOldChoices)
        {
            while (SetOld(null, isRandom: true))
            {
            }
            return;
        }
        ForEachNew(symbol => configuration.Give(symbol, random!.Next(symbol.Type)), RandomizeChoice);
        configuration.Invalidate();
    }

    internal void Rewrite(Tristate old, Tristate made)
    {
        foreach (Symbol symbol in _tree.Symbols.InProgramOrder)
        {
            if (configuration.TypeOf(symbol) == SymbolType.Tristate && configuration.UserValueOf(symbol) == old)
                configuration.GiveSilently(symbol, made);
        }
        configuration.Invalidate();
    }

    private void ForEachNew(Action<Symbol> give, Action<MenuNode> choose)
    {
        for (MenuNode? node = _tree.Root.After(_tree.Root); node is not null; node = node.After(_tree.Root))
        {
            if (node.Symbol is not { IsChoiceMember: false } symbol || node.Prompt is null || configuration.HasUserValue(symbol) || !symbol.Type.IsLogical())
                continue;
            if (symbol.IsChoice)
                choose(node);
            else
                give(symbol);
        }
    }

    // Members that the user gave before keep their place before all others.
    private void RandomizeChoice(MenuNode choice)
    {
        var left = new List<Symbol>();
        for (MenuNode? node = choice.After(choice); node is not null; node = node.After(choice))
        {
            if (node.Symbol is { } member && !configuration.HasUserValue(member))
                left.Add(member);
        }
        while (left.Count > 0)
        {
            int next = random!.Below(left.Count);
            configuration.Give(left[next], Tristate.Yes);
            configuration.Postpone(choice.Symbol!, left[next]);
            left.RemoveAt(next);
        }
    }

    /// <summary>As up to 6.10, where choices are symbols among others; whether anything got a value.</summary>
    private bool SetOld(Tristate? value, bool isRandom)
    {
        bool hasChanged = false;
        foreach (Symbol symbol in _tree.Symbols.InProgramOrder)
        {
            if (configuration.HasUserValue(symbol) || configuration.IsKnown(symbol) || !symbol.Type.IsLogical())
                continue;
            hasChanged = true;
            Tristate? given = isRandom ? random!.Next(symbol.Type) : value == Tristate.No && symbol.IsYesInAllNo ? Tristate.Yes : value;
            if (given is { } made && symbol.IsChoice && isRandom)
                configuration.GiveSilently(symbol, made);
            else if (given is { } other)
                configuration.Give(symbol, other);
        }
        configuration.Invalidate();
        if (!isRandom)
            AskForMembers();
        foreach (Symbol choice in _tree.Symbols.InProgramOrder)
        {
            if (configuration.HasUserValue(choice) || !choice.IsChoice)
                continue;
            configuration.Calculate(choice);
            if (isRandom)
                hasChanged |= RandomizeOldChoice(choice);
            else
            {
                configuration.SetMembers(choice);
                hasChanged = true;
            }
        }
        return hasChanged;
    }

    private void AskForMembers()
    {
        foreach (Symbol symbol in _tree.Symbols.InProgramOrder)
        {
            if ((symbol.IsChoice && !configuration.HasUserValue(symbol)) || symbol.IsChoiceMember)
                configuration.NeedMembers(symbol);
        }
    }

    private bool RandomizeOldChoice(Symbol choice)
    {
        if (configuration.ValueOf(choice) != Tristate.Yes || choice.Members.Count == 0)
            return false;
        Symbol chosen = choice.Members[random!.Below(choice.Members.Count)];
        foreach (Symbol member in choice.Members)
        {
            configuration.Give(member, member == chosen ? Tristate.Yes : Tristate.No);
            configuration.ForgetValue(member);
        }
        configuration.SetChosen(choice, chosen);
        configuration.GiveChoice(choice, true);
        configuration.ForgetValue(choice);
        return true;
    }
}
