using System.Globalization;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Modes;

/// <summary>The questions themselves.</summary>
internal sealed partial class Interview
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Reads a line into <see cref="_line"/>, which keeps what it has at the end of input.</summary>
    private void ReadLine()
    {
        session.Flush();
        if (session.Answer() is { } answer)
            _line = answer;
        else
        {
            _isAtEnd = true;
            session.PrintError("\nError in reading or end of file.\n");
        }
        if (!session.IsTerminal)
            session.Print(_line);
    }

    /// <summary>Asks, unless the value is there or cannot be changed; whether <see cref="_line"/> is an answer.</summary>
    private bool AskValue(Symbol symbol, string shown)
    {
        if (!configuration.HasUserValue(symbol))
            session.Print("(NEW) ");
        _line = "\n";
        bool isKnown = _mode is ConfMode.OldConfig or ConfMode.SyncConfig && configuration.HasUserValue(symbol);
        if (isKnown || !configuration.IsChangeable(symbol))
        {
            session.Print(shown + "\n");
            return false;
        }
        ReadLine();
        return true;
    }

    private void AskText(MenuNode node, Symbol symbol)
    {
        while (true)
        {
            string value = configuration.TextOf(symbol);
            session.Print($"{Margin}{node.Prompt!.Text} ({symbol.Name}) [{value}] ");
            if (!AskValue(symbol, value))
                return;
            bool isQuestion = _line == "?\n";
            if (isQuestion)
                PrintHelp(node);
            else if (configuration.Set(symbol, _line.StartsWith('\n') ? value : _line.Length > 0 ? _line[..^1] : value))
                return;
            if (!_isAtEnd)
                continue;
            // No answer will come: to ask on would never end (so since 7.2).
            session.PrintError($"\nerror: no value for new symbol '{symbol.Name}' at end of input\n");
            throw new KconfigStopException(1);
        }
    }

    private void AskTristate(MenuNode node, Symbol symbol)
    {
        while (true)
        {
            Tristate old = configuration.ValueOf(symbol);
            session.Print($"{Margin}{node.Prompt!.Text} {(symbol.Name is null ? "" : $"({symbol.Name}) ")}[{"NMY"[(int)old]}");
            for (Tristate value = Tristate.No; value <= Tristate.Yes; value++)
            {
                if (value != old && configuration.CanBe(symbol, value))
                    session.Print("/" + "nmy"[(int)value]);
            }
            session.Print("/?] ");
            if (!AskValue(symbol, configuration.TextOf(symbol)))
                return;
            string answer = _line.Trim(Blanks);
            Tristate? given = answer switch
            {
                "" => old,
                "n" or "N" or "no" or "No" => Tristate.No,
                "m" or "M" => Tristate.Module,
                "y" or "Y" or "yes" or "Yes" => Tristate.Yes,
                _ => null,
            };
            if (given is null && answer is not ['?', ..])
                continue;
            if (given is { } value2 && configuration.Set(symbol, value2))
                return;
            if (_isAtEnd)
                throw new KconfigStopException(1);
            PrintHelp(node);
        }
    }

    private void AskChoice(MenuNode node, Symbol choice)
    {
        bool isNew = _tree.Dialect.HasOldChoices && !configuration.HasUserValue(choice);
        if (_tree.Dialect.HasOldChoices && !AskOldChoice(node, choice))
            return;
        while (true)
        {
            session.Print($"{Margin}{node.Prompt?.Text}\n");
            Symbol? chosen = _tree.Dialect.HasOldChoices ? configuration.ChosenOf(choice) : configuration.Choose(choice);
            _line = "";
            int count = ListMembers(node, chosen, ref isNew, out int present);
            session.Print(Margin + "choice");
            if (count == 1)
                session.Print("[1]: 1\n");
            else
            {
                session.Print(string.Create(CultureInfo.InvariantCulture, $"[1-{count}?]: "));
                if (!ReadNumber(node, isNew, present, ref count))
                {
                    StopAtEnd();
                    continue;
                }
            }
            if (Member(node, count) is not { } member)
            {
                StopAtEnd();
                continue;
            }
            if (_line is [.., '?'])
            {
                PrintHelp(member);
                continue;
            }
            TakeMember(choice, member);
            return;
        }
    }

    private void StopAtEnd()
    {
        if (_isAtEnd)
            throw new KconfigStopException(1);
    }

    private int ListMembers(MenuNode node, Symbol? chosen, ref bool isNew, out int present)
    {
        int count = present = 0;
        for (MenuNode? child = node.Child; child is not null; child = child.Next)
        {
            if (!_menus.IsVisible(child))
                continue;
            if (child.Symbol is not { } member)
            {
                session.Print($"{"*".PadLeft(_indent)} {child.Prompt?.Text}\n");
                continue;
            }
            count++;
            if (member == chosen)
                present = count;
            session.Print(string.Create(CultureInfo.InvariantCulture, $"{(member == chosen ? ">" : " ").PadLeft(_indent)} {count}. {child.Prompt!.Text} ({member.Name})"));
            if (!configuration.HasUserValue(member))
            {
                isNew |= !_tree.Dialect.HasOldChoices;
                session.Print(" (NEW)");
            }
            session.Print("\n");
        }
        return count;
    }

    /// <summary>The number that is answered; false where the question comes again.</summary>
    private bool ReadNumber(MenuNode node, bool isNew, int present, ref int count)
    {
        if (_mode is ConfMode.OldConfig or ConfMode.SyncConfig && !isNew)
        {
            count = present;
            session.Print(string.Create(CultureInfo.InvariantCulture, $"{count}\n"));
            return true;
        }
        ReadLine();
        _line = _line.Trim(Blanks);
        if (_line is ['?', ..])
        {
            PrintHelp(node);
            return false;
        }
        if (_line.Length > 0 && !char.IsAsciiDigit(_line[0]))
            return false;
        count = _line.Length == 0 ? present : (int)Math.Min(Values.TextValues.Number(_line, 10), int.MaxValue);
        return true;
    }

    private MenuNode? Member(MenuNode node, int number)
    {
        for (MenuNode? child = node.Child; child is not null; child = child.Next)
        {
            if (child.Symbol is not null && _menus.IsVisible(child) && --number == 0)
                return child;
        }
        return null;
    }

    private void TakeMember(Symbol choice, MenuNode member)
    {
        if (!_tree.Dialect.HasOldChoices)
        {
            configuration.SetChoice(choice, member.Symbol!);
            return;
        }
        configuration.Set(member.Symbol!, Tristate.Yes);
        for (MenuNode? child = member.Child; child is not null; child = child.Next)
        {
            _indent += 2;
            Ask(child);
            _indent -= 2;
        }
    }

    /// <summary>Whether the choice is on as a whole, so that one of its members has to be chosen.</summary>
    private bool AskOldChoice(MenuNode node, Symbol choice)
    {
        bool isChangeable = configuration.IsChangeable(choice);
        if (isChangeable)
            AskTristate(node, choice);
        Tristate value = configuration.ValueOf(choice);
        if (value == Tristate.Module && !isChangeable)
            session.Print($"{Margin}{node.Prompt?.Text}\n");
        return value == Tristate.Yes;
    }
}
