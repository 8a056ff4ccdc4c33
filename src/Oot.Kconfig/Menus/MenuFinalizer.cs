using System.Runtime.CompilerServices;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>
/// Makes of what was read what is evaluated: conditions of menus go down to the properties in them, selects become reverse dependencies, options that depend on the one before
/// them become its submenu, <c>if</c> blocks are dissolved (kernel 5.10 to 7.x, scripts/kconfig/menu.c).
/// </summary>
internal sealed partial class MenuFinalizer(KconfigDialect dialect, MenuBuilder menus, ExpressionTable expressions, Symbol modules)
{
    private readonly PropertyChecks _checks = new(dialect, menus, expressions);

    internal void Run() => Finalize(menus.Root, insideChoice: false);

    private void Finalize(MenuNode parent, bool insideChoice)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Symbol? symbol = parent.Symbol;
        bool isChoice = symbol is { IsChoice: true };
        if (parent.Child is not null)
        {
            if (isChoice && dialect.HasOldChoices)
                SetChoiceTypes(parent, symbol!);
            int dependency = isChoice && dialect.HasOldChoices ? expressions.Of(symbol!) : parent.Dependency;
            for (MenuNode? menu = parent.Child; menu is not null; menu = menu.Next)
                HandDown(dependency, menu);
            for (MenuNode? menu = parent.Child; menu is not null; menu = menu.Next)
                Finalize(menu, isChoice);
        }
        else if (symbol is not null && (!insideChoice || dialect.HasOldChoices))
        {
            MakeSubmenu(parent, symbol);
            symbol.DirectDependency = expressions.Or(symbol.DirectDependency, parent.Dependency);
        }
        for (MenuNode? menu = parent.Child; menu is not null; menu = menu.Next)
        {
            if (isChoice && dialect.HasOldChoices && menu.Symbol is { IsChoiceMember: false } member)
                AddMember(symbol!, menu, member);
            Dissolve(parent, menu);
        }
        if (symbol is { IsChecked: false })
            _checks.Check(parent, symbol);
        if (dialect.HasOldChoices && symbol is { IsOptional: false } && parent.Prompt is { } prompt)
            symbol.ReverseDependency = expressions.Or(symbol.ReverseDependency, expressions.And(prompt.Condition, expressions.OfSymbol(SymbolTable.Module)));
    }

    private void HandDown(int dependency, MenuNode menu)
    {
        int all = expressions.Simplify(expressions.And(dependency, Prepare(menu.Dependency)));
        menu.Dependency = all;
        for (Property? property = menu.Symbol is null ? menu.Prompt : menu.Symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Menu != menu)
                continue;
            int condition = property.Condition == 0 ? expressions.Simplify(all) : expressions.Simplify(expressions.And(all, Prepare(property.Condition)));
            property.Condition = condition;
            if (property.Kind is not (PropertyKind.Select or PropertyKind.Imply))
                continue;
            Symbol target = expressions.SymbolOf(property.Value)!;
            int cause = expressions.And(expressions.Of(menu.Symbol!), condition);
            if (property.Kind == PropertyKind.Select)
                target.ReverseDependency = expressions.Or(target.ReverseDependency, cause);
            else
                target.Implied = expressions.Or(target.Implied, cause);
        }
    }

    private int Prepare(int expression) => expression == 0 ? 0 : expressions.Transform(expressions.WithModules(expression, modules.Id));

    /// <summary>Entries right behind a symbol that depend on it go below it.</summary>
    private void MakeSubmenu(MenuNode parent, Symbol symbol)
    {
        int own = -1;
        MenuNode? last = null;
        for (MenuNode? menu = parent.Next; menu is not null; menu = menu.Next)
        {
            int dependency = menu.Prompt is null ? menu.Dependency : menu.Prompt.Condition;
            if (!expressions.Contains(dependency, symbol))
                break;
            if (!expressions.DependsOn(dependency, symbol))
            {
                if (dialect.IsStrict && expressions.ContainsNegated(dependency, symbol))
                    break;
                // A dependency on the symbol among others counts where it implies all that the symbol itself depends on.
                if (own < 0)
                    own = IsOn(parent.Prompt?.Condition ?? 0);
                int rest = own;
                int other = IsOn(dependency);
                expressions.TakeOutCommon(ref other, ref rest);
                if (!expressions.IsYes(rest))
                    break;
            }
            Finalize(menu, insideChoice: false);
            menu.Parent = parent;
            last = menu;
        }
        if (last is null)
            return;
        parent.Child = parent.Next;
        parent.Next = last.Next;
        last.Next = null;
    }

    private int IsOn(int expression) => expressions.Simplify(expressions.Transform(expressions.Compared(expression, false, SymbolTable.No)));

    /// <summary>An entry that shows nothing leaves its place to what stands below it.</summary>
    private static void Dissolve(MenuNode parent, MenuNode menu)
    {
        if (menu.Child is null || menu.Prompt?.Text is not null)
            return;
        MenuNode last = menu.Child;
        while (true)
        {
            last.Parent = parent;
            if (last.Next is null)
                break;
            last = last.Next;
        }
        last.Next = menu.Next;
        menu.Next = menu.Child;
        menu.Child = null;
    }
}
