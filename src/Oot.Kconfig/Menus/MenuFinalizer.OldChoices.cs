using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>Choices as they were up to 6.10: with a type, and a value of their own that bounds their members' (kernel 6.1, scripts/kconfig/menu.c).</summary>
internal sealed partial class MenuFinalizer
{
    private void SetChoiceTypes(MenuNode parent, Symbol choice)
    {
        if (choice.Type == SymbolType.Unknown)
        {
            for (MenuNode? menu = parent.Child; menu is not null; menu = menu.Next)
            {
                if (menu.Symbol is { Type: not SymbolType.Unknown } typed)
                {
                    menus.SetType(parent, typed.Type);
                    break;
                }
            }
        }
        for (MenuNode? menu = parent.Child; menu is not null; menu = menu.Next)
        {
            if (menu.Symbol is { Type: SymbolType.Unknown })
                menus.SetType(menu, choice.Type);
        }
    }

    private void AddMember(Symbol choice, MenuNode menu, Symbol member)
    {
        member.IsChoiceMember = true;
        if (menu.Prompt is null)
            menus.Warn(menu.File, menu.Line, "choice value must have a prompt");
        for (Property? property = member.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default)
                menus.Warn(property.File, property.Line, "defaults for choice values not supported");
            if (property.Menu != menu && property.Kind == PropertyKind.Prompt && property.Menu.Parent?.Symbol != choice)
                menus.Warn(property.File, property.Line, "choice value used outside its choice group");
        }
        // What can only be y or n needs the whole choice to be y.
        if (choice.Type == SymbolType.Tristate && member.Type != SymbolType.Tristate)
            NeedWholeChoice(choice, menu, member);
        menus.Add(menu, PropertyKind.Choice, expressions.Of(choice), 0);
        member.Choice = choice;
        choice.AddMember(member);
    }

    private void NeedWholeChoice(Symbol choice, MenuNode menu, Symbol member)
    {
        int isYes = expressions.Make(Expressions.ExpressionKind.Equal, choice.Id, SymbolTable.Yes);
        menu.Dependency = expressions.And(isYes, menu.Dependency);
        for (Property? property = member.Properties; property is not null; property = property.Next)
        {
            if (property.Menu == menu)
                property.Condition = expressions.And(isYes, property.Condition);
        }
    }
}
