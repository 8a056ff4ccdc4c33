using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>Which choice a symbol belongs to since 6.11: the one around its first definition with a prompt (kernel 6.12, scripts/kconfig/symbol.c).</summary>
internal static class ChoiceMembership
{
    internal static Symbol? ChoiceOf(Symbol symbol)
    {
        foreach (MenuNode definition in symbol.Definitions)
        {
            if (definition.Prompt is null)
                continue;
            MenuNode? menu = definition.Parent;
            while (menu is not null && menu.Symbol is null)
                menu = menu.Parent;
            return menu?.Symbol is { IsChoice: true } choice ? choice : null;
        }
        return null;
    }
}
