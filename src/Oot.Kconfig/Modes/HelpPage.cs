using System.Globalization;
using System.Text;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>What conf says about an option: its help, where it is defined, what it depends on, selects and is selected by (kernel 5.10 to 7.x, scripts/kconfig/menu.c).</summary>
internal sealed class HelpPage(KconfigSession session, Configuration configuration)
{
    private const int DeepestLocation = 8;

    private readonly KconfigTree _tree = configuration.Tree;
    private readonly ValuedText _text = new(configuration);

    internal string Of(MenuNode node)
    {
        StringBuilder text = _text.Builder;
        if (node.Help is { } help)
        {
            if (node.Symbol?.Name is { } name)
                text.Append(session.Prefix).Append(name).Append(":\n\n");
            text.Append(help).Append('\n');
        }
        else
            text.Append("There is no help available for this option.\n");
        if (node.Symbol is { } symbol)
            Describe(symbol);
        return text.ToString();
    }

    private void Describe(Symbol symbol)
    {
        StringBuilder text = _text.Builder;
        if (symbol.Name is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Symbol: {symbol.Name} [={configuration.PresentText(symbol)}]\nType  : {symbol.Type.Name()}\n");
            if (symbol.Type.IsNumber() && configuration.RangeOf(symbol) is { } range)
            {
                text.Append("Range : ");
                _text.Append(range.Value);
                text.Append('\n');
            }
        }
        foreach (MenuNode node in symbol.Definitions)
        {
            if (node.Prompt is not { } prompt)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"Defined at {node.File}:{node.Line}\n");
            DescribePrompt(prompt);
        }
        foreach (MenuNode node in symbol.Definitions)
        {
            if (node.Prompt is not null)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"Defined at {node.File}:{node.Line}\n");
            Condition(node.Dependency, "  Depends on: ");
        }
        Targets(symbol, PropertyKind.Select, "Selects: ");
        Causes(symbol.ReverseDependency, "Selected");
        Targets(symbol, PropertyKind.Imply, "Implies: ");
        Causes(symbol.Implied, "Implied");
        text.Append("\n\n");
    }

    private void Condition(int expression, string title)
    {
        if (_tree.Expressions.IsYes(expression))
            return;
        _text.Builder.Append(title);
        _text.Append(expression);
        _text.Builder.Append('\n');
    }

    private void DescribePrompt(Property prompt)
    {
        StringBuilder text = _text.Builder;
        text.Append("  Prompt: ").Append(prompt.Text).Append('\n');
        Condition(prompt.Menu.Dependency, "  Depends on: ");
        if (!_tree.Expressions.AreEqual(prompt.Menu.Dependency, prompt.Condition))
            Condition(prompt.Condition, "  Visible if: ");
        var way = new List<MenuNode>();
        bool endsInEntry = _tree.Dialect.LocationsEndInEntry;
        for (MenuNode? node = endsInEntry ? prompt.Menu : prompt.Menu.Parent; node is not null && node != _tree.Root && way.Count < DeepestLocation; node = node.Parent)
            way.Add(node);
        if (way.Count > 0 || endsInEntry)
            text.Append("  Location:\n");
        for (int i = way.Count - 1, indent = 4; i >= 0; i--, indent += 2)
        {
            MenuNode node = way[i];
            text.Append(' ', indent).Append("-> ").Append(node.Prompt?.Text ?? node.Symbol?.Name);
            if (node.Symbol is { } symbol)
                text.Append(CultureInfo.InvariantCulture, $" ({symbol} [={configuration.PresentText(symbol)}])");
            text.Append('\n');
        }
    }

    private void Targets(Symbol symbol, PropertyKind kind, string title)
    {
        bool isFirst = true;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind != kind)
                continue;
            _text.Builder.Append(isFirst ? title : " && ");
            isFirst = false;
            _text.Append(property.Value);
        }
        if (!isFirst)
            _text.Builder.Append('\n');
    }

    private void Causes(int expression, string how)
    {
        _text.AppendCauses(expression, Tristate.Yes, how + " by [y]:\n");
        _text.AppendCauses(expression, Tristate.Module, how + " by [m]:\n");
        _text.AppendCauses(expression, Tristate.No, how + " by [n]:\n");
    }
}
