using System.Globalization;
using Oot.Core;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>Statements and blocks.</summary>
internal sealed partial class KconfigParser
{
    /// <summary>Statements up to one that ends a block (left unread) or the end of everything.</summary>
    private void ParseStatements(bool inChoice)
    {
        while (!_isAborted)
        {
            TokenKind token = Peek();
            if (token is TokenKind.EndMenu or TokenKind.EndIf or TokenKind.EndChoice && _open.Count > 0)
                return;
            if (token == TokenKind.EndOfFile)
            {
                if (_open.Count > 0)
                    EndOfFileInBlock();
                return;
            }
            string? word = null;
            bool isRight = token switch
            {
                TokenKind.Config => Config(MenuKind.Config),
                TokenKind.Comment => Comment(),
                TokenKind.If => If(inChoice),
                _ => !inChoice && ParseOther(token, out word),
            };
            if (!isRight)
                Recover(word);
        }
    }

    private bool ParseOther(TokenKind token, out string? word)
    {
        word = null;
        return token switch
        {
            TokenKind.MenuConfig => Config(MenuKind.Menu),
            TokenKind.Source => Source(),
            TokenKind.Menu => Menu(),
            TokenKind.Choice => Choice(),
            TokenKind.Word => Assignment(out word),
            _ => false,
        };
    }

    private void EndOfFileInBlock()
    {
        if (_quietTokens == 0)
            SyntaxError("syntax error");
        Abort();
    }

    private bool Assignment(out string? word)
    {
        word = ByteText.FromBytes(_lexer.Text);
        Take();
        VariableFlavor flavor;
        switch (Peek())
        {
            case TokenKind.Equal:
                flavor = VariableFlavor.Recursive;
                break;
            case TokenKind.ColonEqual:
                flavor = VariableFlavor.Simple;
                break;
            case TokenKind.PlusEqual:
                flavor = VariableFlavor.Append;
                break;
            default:
                return false;
        }
        Take();
        string value = "";
        if (Peek() == TokenKind.AssignedValue)
        {
            value = ByteText.FromBytes(_lexer.Text);
            Take();
        }
        if (!TakeEnd())
            return false;
        _lexer.Preprocessor.Define(word, value, flavor);
        return true;
    }

    private bool Source()
    {
        Take();
        if (!TakeText(out string name) || !TakeEnd())
            return false;
        _lexer.Enter(name);
        return true;
    }

    private bool Config(MenuKind kind)
    {
        Take();
        if (!TakeSymbol(out Symbol symbol) || !TakeEnd())
            return false;
        symbol.IsOptional = true;
        _menus.AddEntry(symbol, kind);
        while (IsConfigOption(Peek()))
        {
            if (!ConfigOption())
                return false;
        }
        if (kind == MenuKind.Menu)
            EndMenuConfig();
        else if (_choice is not null && !_dialect.HasOldChoices)
            AddChoiceMember();
        return true;
    }

    private void EndMenuConfig()
    {
        if (_menus.Entry.Prompt is { } prompt)
            prompt.Kind = PropertyKind.Menu;
        else if (_dialect.IsStrict)
            Error("menuconfig statement without prompt");
        else
            Remark("warning: menuconfig statement without prompt");
    }

    private void AddChoiceMember()
    {
        MenuNode entry = _menus.Entry;
        if (entry.Prompt is null)
            ErrorAt(entry.File, entry.Line, "choice member must have a prompt");
        if (entry.Symbol!.Type != SymbolType.Boolean)
            ErrorAt(entry.File, entry.Line, "choice member must be bool");
        if (entry.Symbol.IsChoiceMember)
            return;
        entry.Symbol.IsChoiceMember = true;
        _choice!.Symbol!.AddMember(entry.Symbol);
    }

    private bool Comment()
    {
        Take();
        if (!TakeText(out string text) || !TakeEnd())
            return false;
        _menus.AddEntry(null, MenuKind.Comment);
        _menus.AddPrompt(PropertyKind.Comment, text, 0);
        while (Peek() == TokenKind.Depends)
        {
            if (!Depends())
                return false;
        }
        return true;
    }

    private bool Menu()
    {
        Take();
        if (!TakeText(out string text) || !TakeEnd())
            return false;
        _menus.AddEntry(null, MenuKind.Menu);
        _menus.AddPrompt(PropertyKind.Menu, text, 0);
        while (Peek() is TokenKind.Visible or TokenKind.Depends)
        {
            if (!(Peek() == TokenKind.Visible ? Visible() : Depends()))
                return false;
        }
        return Block("menu", inChoice: false);
    }

    private bool If(bool inChoice)
    {
        Take();
        if (!Expression(out int condition) || !TakeEnd())
            return false;
        _menus.AddEntry(null, MenuKind.If);
        _menus.AddDependency(condition, 0);
        return Block("if", inChoice);
    }

    private bool Choice()
    {
        Take();
        Symbol symbol = _dialect.HasOldChoices && Peek() == TokenKind.Word ? NamedChoice() : _symbols.AddNameless();
        if (!TakeEnd())
            return false;
        symbol.IsChoice = symbol.IsInternal = true;
        _menus.AddEntry(symbol, MenuKind.Choice);
        if (_dialect.HasOldChoices)
            _menus.AddExpression(PropertyKind.Choice, 0, 0);
        else
            _menus.SetType(_menus.Entry, SymbolType.Boolean);
        while (IsChoiceOption(Peek()))
        {
            if (!ChoiceOption())
                return false;
        }
        MenuNode entry = _menus.Entry;
        if (!_dialect.HasOldChoices && entry.Prompt is null)
            ErrorAt(entry.File, entry.Line, "choice must have a prompt");
        _choice = entry;
        return Block("choice", inChoice: true);
    }

    private Symbol NamedChoice()
    {
        Symbol symbol = _symbols.LookupChoice(_lexer.Text);
        Take();
        return symbol;
    }

    /// <summary>The statements of a block that was opened with the current entry, and its end.</summary>
    private bool Block(string name, bool inChoice)
    {
        if (IsTooDeep())
            return true;
        MenuNode opened = _menus.EnterMenu();
        _open.Push(opened);
        _depth++;
        while (true)
        {
            ParseStatements(inChoice);
            if (_isAborted)
                break;
            TokenKind end = Peek();
            Take();
            if (TakeEnd())
            {
                _open.Pop();
                EndBlock(name, end);
                break;
            }
            // The block stays open: its list of statements is what goes on.
            Recover(null);
        }
        _depth--;
        return true;
    }

    private void EndBlock(string name, TokenKind end)
    {
        if (name == "choice")
            _choice = null;
        string ended = end == TokenKind.EndMenu ? "menu" : end == TokenKind.EndIf ? "if" : "choice";
        if (ended != name)
        {
            Error($"unexpected '{ended}' within {name} block");
            Errors++;
        }
        else if (_menus.Menu.File != _lexer.File.Name)
        {
            Error($"'{ended}' in different file than '{name}'");
            _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{_menus.Menu.File}:{_menus.Menu.Line}: location of the '{name}'\n"));
            Errors++;
        }
        else
            _menus.LeaveMenu();
    }
}
