using System.Runtime.CompilerServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Which entries a menu would show (kernel 5.10 to 7.x, scripts/kconfig/menu.c).</summary>
internal sealed class MenuVisibility(Configuration configuration)
{
    internal bool IsVisible(MenuNode node)
    {
        if (node.Prompt is not { } prompt || (node.Visibility != 0 && configuration.Evaluate(node.Visibility) == Tristate.No))
            return false;
        if (node.Symbol is not { } symbol)
            return configuration.Evaluate(prompt.Condition) != Tristate.No;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        configuration.Calculate(symbol);
        if (configuration.ConditionOf(prompt) != Tristate.No)
            return true;
        if (configuration.ValueOf(symbol) == Tristate.No)
            return false;
        for (MenuNode? child = node.Child; child is not null; child = child.Next)
        {
            if (!IsVisible(child))
                continue;
            // The older program takes a symbol as given once something below it is seen.
            if (configuration.Tree.Dialect.HasOldChoices)
                configuration.GiveChoice(symbol, true);
            return true;
        }
        return false;
    }
}
