using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>One thing that has to be so, as a person would name it.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Symbol">The option or choice that it is about.</param>
/// <param name="Expression">The expression that the kind speaks of; 0 where it speaks of none.</param>
/// <param name="Value">For <see cref="ConditionKind.Wanted"/>: the value.</param>
internal readonly record struct Condition(ConditionKind Kind, Symbol Symbol, int Expression = 0, Tristate Value = Tristate.No)
{
    /// <summary>Every condition of a tree and configuration, but for what is wanted.</summary>
    /// <param name="staying">Options that keep their values.</param>
    internal static IEnumerable<Condition> Of(Configuration configuration, IReadOnlyCollection<Symbol> staying)
    {
        KconfigTree tree = configuration.Tree;
        ExpressionTable expressions = tree.Expressions;
        var frozen = new HashSet<Symbol>(staying) { tree.Modules };
        foreach (Symbol symbol in tree.Symbols.All.ToArray())
        {
            if (symbol.IsConstant)
                continue;
            if (symbol.IsChoice)
                yield return new Condition(ConditionKind.OneOf, symbol);
            else if (symbol.Definitions.Count == 0)
                yield return new Condition(ConditionKind.Undefined, symbol);
            else if (!symbol.Type.IsLogical())
                continue;
            else if (symbol.IsTransitional || frozen.Contains(symbol))
                yield return new Condition(ConditionKind.Stays, symbol);
            else if (symbol.Choice is null)
            {
                foreach (Condition condition in OfOption(configuration, symbol))
                    yield return condition;
            }
        }
        for (int e = 1; e < expressions.Count; e++)
        {
            if (expressions.Kind(e) is >= ExpressionKind.Equal and not ExpressionKind.Symbol and not ExpressionKind.Range
                && !(expressions.LeftSymbol(e).Type.IsLogical() && expressions.RightSymbol(e).Type.IsLogical()))
                yield return new Condition(ConditionKind.Now, expressions.LeftSymbol(e), e);
        }
    }

    private static IEnumerable<Condition> OfOption(Configuration configuration, Symbol symbol)
    {
        ExpressionTable expressions = configuration.Tree.Expressions;
        configuration.Calculate(symbol);
        // What is selected against its dependencies already is so by its own conditions alone.
        if (configuration.ReverseOf(symbol) <= configuration.Evaluate(symbol.DirectDependency))
        {
            foreach (int part in Parts(expressions, symbol.DirectDependency, ExpressionKind.And))
                yield return new Condition(ConditionKind.DependsOn, symbol, part);
        }
        yield return new Condition(ConditionKind.BroughtBy, symbol);
        foreach (int part in Parts(expressions, symbol.ReverseDependency, ExpressionKind.Or))
            yield return new Condition(ConditionKind.SelectedBy, symbol, part);
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind != PropertyKind.Default)
                continue;
            yield return new Condition(ConditionKind.ByDefault, symbol);
            break;
        }
    }

    /// <summary>The operands of an expression, through all levels of the same operator; none for none.</summary>
    internal static List<int> Parts(ExpressionTable expressions, int e, ExpressionKind kind)
    {
        var parts = new List<int>();
        var open = new Stack<int>();
        if (e != 0)
            open.Push(e);
        while (open.TryPop(out int next))
        {
            if (expressions.Kind(next) != kind)
            {
                parts.Add(next);
                continue;
            }
            open.Push(expressions.Right(next));
            open.Push(expressions.Left(next));
        }
        return parts;
    }
}
