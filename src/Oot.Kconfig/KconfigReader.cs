using System.Globalization;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Menus;
using Oot.Kconfig.Model;
using Oot.Kconfig.Syntax;

namespace Oot.Kconfig;

/// <summary>Reads a tree of Kconfig files: text, entries, conditions handed down, checks (kernel 5.10 to 7.x, scripts/kconfig/parser.y).</summary>
internal sealed class KconfigReader(KconfigSession session, KconfigDialect dialect)
{
    /// <summary>The tree; <see cref="KconfigStopException"/> after its errors were told.</summary>
    internal KconfigTree Read(string top)
    {
        var symbols = new SymbolTable(dialect.SymbolBuckets);
        var expressions = new ExpressionTable(symbols) { Remark = session.Print, IsRightFirst = dialect.HasSharedExpressions };
        var lexer = new KconfigLexer(session, dialect, top);
        var menus = new MenuBuilder(session, dialect, lexer, symbols, expressions);
        var parser = new KconfigParser(session, dialect, lexer, symbols, expressions, menus);
        parser.Parse();
        if (parser.Errors > 0)
            throw new KconfigStopException(1);
        Symbol modules = menus.Modules ?? symbols[SymbolTable.No];
        if (menus.Root.Prompt is null)
            menus.AddPrompt(menus.Root, PropertyKind.Menu, "Main menu", 0);
        new MenuFinalizer(dialect, menus, expressions, modules).Run();
        if (!dialect.HasOldChoices)
            SetChoices(symbols);
        var tree = new KconfigTree(
            dialect, symbols, expressions, menus.Root, modules, menus.DefconfigList, menus.PropertyCount, lexer.FileNames, lexer.Preprocessor.UsedEnvironment);
        if (Check(tree) > 0)
            throw new KconfigStopException(1);
        return tree;
    }

    private static void SetChoices(SymbolTable symbols)
    {
        foreach (Symbol symbol in symbols.All)
            symbol.Choice = ChoiceMembership.ChoiceOf(symbol);
    }

    private int Check(KconfigTree tree)
    {
        int errors = 0;
        var loops = new DependencyLoops(session, dialect, tree);
        if (dialect.HasOldChoices)
        {
            foreach (Symbol symbol in tree.Symbols.InProgramOrder)
                errors += loops.Check(symbol) is null ? 0 : 1;
            return errors;
        }
        for (MenuNode? node = tree.Root.After(tree.Root); node is not null; node = node.After(tree.Root))
        {
            if (node.Symbol is not { } symbol)
                continue;
            errors += loops.Check(symbol) is null ? 0 : 1;
            errors += symbol.IsTransitional && !CheckTransitional(tree, node, symbol) ? 1 : 0;
            if (!symbol.IsChoice)
                continue;
            for (MenuNode? member = node.After(node); member is not null; member = member.After(node))
                errors += member.Symbol is null || CheckMember(member) ? 0 : 1;
        }
        return errors;
    }

    private bool CheckTransitional(KconfigTree tree, MenuNode node, Symbol symbol)
    {
        (string File, int Line)? place = !tree.Expressions.IsYes(node.Dependency) || !tree.Expressions.IsYes(node.Visibility) ? (node.File, node.Line)
            : symbol.Properties is { } property ? (property.File, property.Line) : null;
        if (place is not { } wrong)
            return true;
        Error(wrong.File, wrong.Line, "transitional symbols can only have help sections");
        return false;
    }

    private bool CheckMember(MenuNode member)
    {
        bool isRight = true;
        for (Property? property = member.Symbol!.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default)
            {
                Error(property.File, property.Line, "defaults for choice values not supported");
                isRight = false;
            }
            if (property.Menu == member || property.Kind != PropertyKind.Prompt || (!dialect.IsStrict && property.Menu.Parent == member.Parent))
                continue;
            Error(property.File, property.Line, dialect.IsStrict ? "choice value must not have a prompt in another entry" : "choice value has a prompt outside its choice group");
            isRight = false;
        }
        return isRight;
    }

    private void Error(string file, int line, string message) => session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: error: {message}\n"));
}
