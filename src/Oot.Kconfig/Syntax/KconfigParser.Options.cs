using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>What stands below a config or choice, and expressions.</summary>
internal sealed partial class KconfigParser
{
    private static bool IsConfigOption(TokenKind token) => token is
        TokenKind.Bool or TokenKind.Tristate or TokenKind.Int or TokenKind.Hex or TokenKind.String or TokenKind.Prompt or TokenKind.Transitional or TokenKind.Default or
        TokenKind.DefBool or TokenKind.DefTristate or TokenKind.Select or TokenKind.Imply or TokenKind.Range or TokenKind.Modules or TokenKind.Option or TokenKind.Depends or
        TokenKind.Help;

    private bool IsChoiceOption(TokenKind token) => token switch
    {
        TokenKind.Prompt or TokenKind.Default or TokenKind.Depends or TokenKind.Help => true,
        TokenKind.Bool => _dialect.HasTypedChoices,
        TokenKind.Tristate or TokenKind.Optional => _dialect.HasOldChoices,
        _ => false,
    };

    private bool ConfigOption()
    {
        TokenKind token = Peek();
        switch (token)
        {
            case TokenKind.Depends:
                return Depends();
            case TokenKind.Help:
                return Help();
            case TokenKind.Prompt:
                Take();
                return Prompt();
        }
        Take();
        switch (token)
        {
            case TokenKind.Default or TokenKind.DefBool or TokenKind.DefTristate:
                return Default(token);
            case TokenKind.Select or TokenKind.Imply:
                return Select(token == TokenKind.Select ? PropertyKind.Select : PropertyKind.Imply);
            case TokenKind.Range:
                return Range();
            case TokenKind.Modules:
                return TakeEnd() && SetModules();
            case TokenKind.Option:
                return Option();
            case TokenKind.Transitional:
                if (!TakeEnd())
                    return false;
                _menus.Entry.Symbol!.IsTransitional = true;
                return true;
            default:
                return Type(token);
        }
    }

    private bool ChoiceOption()
    {
        TokenKind token = Peek();
        switch (token)
        {
            case TokenKind.Depends:
                return Depends();
            case TokenKind.Help:
                return Help();
        }
        Take();
        switch (token)
        {
            case TokenKind.Prompt:
                return Prompt();
            case TokenKind.Default:
                return Select(PropertyKind.Default);
            case TokenKind.Optional:
                if (!TakeEnd())
                    return false;
                _menus.Entry.Symbol!.IsOptional = true;
                return true;
            default:
                return _dialect.HasOldChoices ? Type(token) : Prompt();
        }
    }

    private bool Type(TokenKind token)
    {
        if (Peek() == TokenKind.Quoted)
        {
            TakeText(out string text);
            if (!Condition(out int condition))
                return false;
            // The text is an operand that is complete once the token behind it is seen, right or wrong.
            _menus.AddPrompt(PropertyKind.Prompt, text, condition);
        }
        if (!TakeEnd())
            return false;
        _menus.SetType(_menus.Entry, TypeOf(token));
        return true;
    }

    private static SymbolType TypeOf(TokenKind token) => token switch
    {
        TokenKind.Bool or TokenKind.DefBool => SymbolType.Boolean,
        TokenKind.Tristate or TokenKind.DefTristate => SymbolType.Tristate,
        TokenKind.Int => SymbolType.Integer,
        TokenKind.Hex => SymbolType.Hexadecimal,
        _ => SymbolType.Text,
    };

    private bool Prompt()
    {
        if (!TakeText(out string text) || !Condition(out int condition) || !TakeEnd())
            return false;
        _menus.AddPrompt(PropertyKind.Prompt, text, condition);
        return true;
    }

    private bool Default(TokenKind token)
    {
        if (!Expression(out int value) || !Condition(out int condition) || !TakeEnd())
            return false;
        _menus.AddExpression(PropertyKind.Default, value, condition);
        if (token != TokenKind.Default)
            _menus.SetType(_menus.Entry, TypeOf(token));
        return true;
    }

    private bool Select(PropertyKind kind)
    {
        if (!TakeSymbol(out Symbol symbol) || !Condition(out int condition) || !TakeEnd())
            return false;
        _menus.AddSymbol(kind, symbol, condition);
        return true;
    }

    private bool Range()
    {
        if (!TakeOperand(out Symbol low) || !TakeOperand(out Symbol high) || !Condition(out int condition) || !TakeEnd())
            return false;
        _menus.AddExpression(PropertyKind.Range, _expressions.Compare(ExpressionKind.Range, low, high), condition);
        return true;
    }

    private bool SetModules()
    {
        Symbol symbol = _menus.Entry.Symbol!;
        if (_menus.Modules is { } other)
            Error($"symbol '{symbol}' redefines option 'modules' already defined by symbol '{other}'");
        _menus.Modules = symbol;
        return true;
    }

    private bool Option()
    {
        TokenKind token = Peek();
        if (token is not (TokenKind.Modules or TokenKind.DefconfigList or TokenKind.AllNoConfigYes))
            return false;
        Take();
        if (!TakeEnd())
            return false;
        Symbol symbol = _menus.Entry.Symbol!;
        if (token == TokenKind.Modules)
            return SetModules();
        if (token == TokenKind.AllNoConfigYes)
            symbol.IsYesInAllNo = true;
        else if (_menus.DefconfigList is not null && _menus.DefconfigList != symbol)
            Error("trying to redefine defconfig symbol");
        else
            (_menus.DefconfigList = symbol).IsInternal = true;
        return true;
    }

    private bool Depends()
    {
        Take();
        if (!Take(TokenKind.On) || !Expression(out int expression))
            return false;
        int condition = 0;
        if ((_dialect.IsStrict && !Condition(out condition)) || !TakeEnd())
            return false;
        _menus.AddDependency(expression, condition);
        return true;
    }

    private bool Visible()
    {
        Take();
        if (!Condition(out int condition) || !TakeEnd())
            return false;
        _menus.AddVisibility(condition);
        return true;
    }

    private bool Help()
    {
        Take();
        if (!TakeEnd())
            return false;
        _lexer.BeginHelp();
        Peek();
        Take();
        MenuNode entry = _menus.Entry;
        if (entry.HelpFile is not null)
            HelpRemark($"'{entry.Symbol}' defined with more than one help text", " -- only the last one will be used");
        if (_lexer.HelpIsBlank)
            HelpRemark($"'{entry.Symbol}' defined with blank help text", "");
        (entry.HelpFile, entry.HelpStart) = (_lexer.File, _lexer.HelpStart);
        return true;
    }

    private void HelpRemark(string message, string more)
    {
        if (_dialect.IsStrict)
            Error(message);
        else
            Remark("warning: " + message + more);
    }

    /// <summary>An <c>if</c> with its expression, or nothing.</summary>
    private bool Condition(out int condition)
    {
        condition = 0;
        if (Peek() != TokenKind.If)
            return true;
        Take();
        return Expression(out condition);
    }

    private bool Expression(out int expression)
    {
        if (!Conjunction(out expression))
            return false;
        while (Peek() == TokenKind.Or)
        {
            Take();
            if (!Conjunction(out int right))
                return false;
            expression = _expressions.Make(ExpressionKind.Or, expression, right);
        }
        return true;
    }

    private bool Conjunction(out int expression)
    {
        if (!Operand(out expression))
            return false;
        while (Peek() == TokenKind.And)
        {
            Take();
            if (!Operand(out int right))
                return false;
            expression = _expressions.Make(ExpressionKind.And, expression, right);
        }
        return true;
    }

    private bool Operand(out int expression)
    {
        expression = 0;
        if (IsTooDeep())
            return false;
        bool isNot = Peek() == TokenKind.Not;
        if (!isNot && Peek() != TokenKind.Open)
            return Comparison(out expression);
        Take();
        _depth++;
        bool isRight = isNot ? Operand(out expression) : Expression(out expression) && Take(TokenKind.Close);
        _depth--;
        if (isRight && isNot)
            expression = _expressions.Not(expression);
        return isRight;
    }

    private bool Comparison(out int expression)
    {
        expression = 0;
        if (!TakeOperand(out Symbol left))
            return false;
        ExpressionKind kind = Peek() switch
        {
            TokenKind.Equal => ExpressionKind.Equal,
            TokenKind.Unequal => ExpressionKind.Unequal,
            TokenKind.Less => ExpressionKind.Less,
            TokenKind.LessOrEqual => ExpressionKind.LessOrEqual,
            TokenKind.Greater => ExpressionKind.Greater,
            TokenKind.GreaterOrEqual => ExpressionKind.GreaterOrEqual,
            _ => ExpressionKind.Symbol,
        };
        if (kind == ExpressionKind.Symbol)
        {
            expression = _expressions.Of(left);
            return true;
        }
        Take();
        if (!TakeOperand(out Symbol right))
            return false;
        expression = _expressions.Compare(kind, left, right);
        return true;
    }
}
