using System.Globalization;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Syntax;

namespace Oot.Kconfig.Menus;

/// <summary>Puts entries and their properties together as statements are read (kernel 6.12, scripts/kconfig/menu.c).</summary>
internal sealed class MenuBuilder(KconfigSession session, KconfigDialect dialect, KconfigLexer lexer, SymbolTable symbols, ExpressionTable expressions)
{
    private MenuNode _appendAfter = null!;
    private bool _appendAsChild;

    /// <summary>The entry of the whole tree.</summary>
    internal MenuNode Root { get; } = new(MenuKind.Menu, null, null, "", 0);

    /// <summary>The entry that options belong to.</summary>
    internal MenuNode Entry { get; private set; } = null!;

    /// <summary>The entry that new entries stand in.</summary>
    internal MenuNode Menu { get; private set; } = null!;

    /// <summary>The symbol that says whether there are modules; null when none does.</summary>
    internal Symbol? Modules { get; set; }

    /// <summary>5.10: the symbol whose defaults are the names of configurations to begin with.</summary>
    internal Symbol? DefconfigList { get; set; }

    /// <summary>How many properties there are.</summary>
    internal int PropertyCount { get; private set; }

    internal void Begin()
    {
        Entry = Menu = Root;
        (_appendAfter, _appendAsChild) = (Root, true);
    }

    /// <summary>Opens an entry behind the last one.</summary>
    internal void AddEntry(Symbol? symbol, MenuKind kind)
    {
        var node = new MenuNode(kind, symbol, Menu, lexer.File.Name, lexer.StatementLine);
        if (_appendAsChild)
            _appendAfter.Child = node;
        else
            _appendAfter.Next = node;
        (_appendAfter, _appendAsChild) = (node, false);
        Entry = node;
        if (symbol is null)
            return;
        symbol.AddDefinition(node);
        if (dialect.HasOldChoices)
            AddSymbol(PropertyKind.Place, symbol, 0);
    }

    /// <summary>New entries go below the current one.</summary>
    internal MenuNode EnterMenu()
    {
        (_appendAfter, _appendAsChild) = (Entry, true);
        return Menu = Entry;
    }

    /// <summary>New entries go behind the menu that is left.</summary>
    internal void LeaveMenu()
    {
        (_appendAfter, _appendAsChild) = (Menu, false);
        Menu = Menu.Parent!;
    }

    internal void AddDependency(int expression, int condition)
    {
        if (condition != 0)
            expression = expressions.Or(expression, expressions.Compared(condition, true, SymbolTable.No));
        Entry.Dependency = expressions.And(Entry.Dependency, expression);
    }

    internal void AddVisibility(int expression) => Entry.Visibility = expressions.And(Entry.Visibility, expression);

    internal void SetType(MenuNode entry, SymbolType type)
    {
        Symbol symbol = entry.Symbol!;
        if (symbol.Type == type)
            return;
        if (symbol.Type == SymbolType.Unknown)
            symbol.Type = type;
        else
            Warn(entry.File, entry.Line, $"ignoring type redefinition of '{symbol}' from '{symbol.Type.Name()}' to '{type.Name()}'");
    }

    internal void AddExpression(PropertyKind kind, int value, int condition) => Add(Entry, kind, value, condition);

    internal Property AddSymbol(PropertyKind kind, Symbol symbol, int condition) => Add(Entry, kind, expressions.Of(symbol), condition);

    internal Property Add(MenuNode entry, PropertyKind kind, int value, int condition)
    {
        var property = new Property(PropertyCount++, kind, lexer.File.Name, lexer.StatementLine) { Menu = entry, Value = value, Condition = condition };
        entry.Symbol?.Add(property);
        return property;
    }

    internal void AddPrompt(PropertyKind kind, string text, int condition) => AddPrompt(Entry, kind, text, condition);

    internal void AddPrompt(MenuNode entry, PropertyKind kind, string text, int condition)
    {
        Property property = Add(entry, kind, 0, condition);
        if (text.Length > 0 && text[0] is ' ' or (>= '\t' and <= '\r'))
        {
            Warn(property.File, property.Line, "leading whitespace ignored");
            text = text.TrimStart(' ', '\t', '\n', '\v', '\f', '\r');
        }
        if (entry.Prompt is not null)
            Warn(property.File, property.Line, "prompt redefined");
        if (kind == PropertyKind.Prompt)
        {
            for (MenuNode? menu = entry.Parent; menu is not null; menu = menu.Parent)
            {
                if (menu.Visibility != 0)
                    property.Condition = expressions.And(property.Condition, menu.Visibility);
            }
        }
        entry.Prompt = property;
        property.Text = text;
    }

    internal void Warn(string file, int line, string message) => session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:warning: {message}\n"));

    internal Symbol No => symbols[SymbolTable.No];
}
