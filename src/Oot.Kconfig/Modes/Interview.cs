using System.Text;
using Oot.Kconfig.Files;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>Asks for what has no value yet, or lists it (kernel 5.10 to 7.x, scripts/kconfig/conf.c).</summary>
internal sealed partial class Interview(KconfigSession session, Configuration configuration, ConfMode asked)
{
    private readonly KconfigTree _tree = configuration.Tree;
    private readonly MenuVisibility _menus = new(configuration);
    private ConfMode _mode = asked;
    private MenuNode? _top;
    private int _indent = 1;
    private int _restarts;
    private string _line = "";
    private bool _isAtEnd;

    internal void Run()
    {
        if (_mode == ConfMode.OldAskConfig)
        {
            _top = _tree.Root;
            Ask(_tree.Root);
            _mode = ConfMode.OldConfig;
        }
        // Answers can bring up more questions.
        do
        {
            _restarts = 0;
            FindNew(_tree.Root);
        }
        while (_restarts > 0);
    }

    private void FindNew(MenuNode node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_menus.IsVisible(node))
            return;
        if (node.Symbol is { } symbol && !configuration.HasUserValue(symbol) && IsOpen(symbol))
            TakeNew(node, symbol);
        for (MenuNode? child = node.Child; child is not null; child = child.Next)
            FindNew(child);
    }

    private bool IsOpen(Symbol symbol) =>
        configuration.IsChangeable(symbol) || (_tree.Dialect.HasOldChoices && symbol.IsChoice && configuration.ValueOf(symbol) == Tristate.Yes);

    private void TakeNew(MenuNode node, Symbol symbol)
    {
        switch (_mode)
        {
            case ConfMode.ListNewConfig:
                if (symbol.Name is null)
                    return;
                var line = new StringBuilder();
                new ValueLines(session.Prefix, line).Assignment(symbol, configuration.TextOf(symbol), isQuoted: true);
                session.Print(line.ToString());
                break;
            case ConfMode.HelpNewConfig:
                session.Print("-----\n");
                PrintHelp(node);
                session.Print("-----\n");
                break;
            default:
                if (_restarts++ == 0)
                    session.Print("*\n* Restart config...\n*\n");
                _top = MenuOf(node);
                Ask(_top);
                break;
        }
    }

    private MenuNode MenuOf(MenuNode node)
    {
        while (node != _tree.Root && node.Prompt?.Kind != PropertyKind.Menu)
            node = node.Parent!;
        return node;
    }

    private void PrintHelp(MenuNode node) => session.Print("\n" + new HelpPage(session, configuration).Of(node) + "\n");

    private void Ask(MenuNode node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_menus.IsVisible(node))
            return;
        if (node.Prompt is { Kind: PropertyKind.Menu or PropertyKind.Comment } prompt)
        {
            if (prompt.Kind == PropertyKind.Menu && _mode != ConfMode.OldAskConfig && _top != node)
            {
                FindNew(node);
                return;
            }
            string star = "*".PadLeft(_indent);
            session.Print($"{star}\n{star} {prompt.Text}\n{star}\n");
        }
        if (node.Symbol is { } symbol)
        {
            if (symbol.IsChoice)
            {
                AskChoice(node, symbol);
                if (!_tree.Dialect.HasOldChoices || configuration.ValueOf(symbol) != Tristate.Module)
                    return;
            }
            else if (symbol.Type.IsLogical() || symbol.Type == SymbolType.Unknown)
                AskTristate(node, symbol);
            else
                AskText(node, symbol);
        }
        AskChildren(node);
    }

    private void AskChildren(MenuNode node)
    {
        int more = node.Symbol is null ? 0 : 2;
        _indent += more;
        for (MenuNode? child = node.Child; child is not null; child = child.Next)
            Ask(child);
        _indent -= more;
    }

    private string Margin => new(' ', _indent - 1);
}
