using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Says in words why options cannot have the values that are wanted: conditions of the Kconfig files that exclude one another.</summary>
internal sealed class Infeasibility(Configuration configuration, IReadOnlyList<Symbol> staying)
{
    private readonly ExpressionTable _expressions = configuration.Tree.Expressions;

    internal ConfigProof Prove(IReadOnlyList<Condition> wanted)
    {
        var conflict = new SmallestConflict(configuration, [.. wanted, .. Condition.Of(configuration, staying)]);
        IReadOnlyList<Condition> conditions = conflict.Find();
        var words = new ConditionWords(configuration);
        string[] reasons = conditions.Count > 0 ? [.. Ordered(conditions).Select(words.Of)]
            : [$"{string.Join(", ", wanted.Select(static goal => goal.Symbol.Name))}: each condition can be met, but not by lines added to this configuration"];
        return new ConfigProof(reasons, conflict.IsSmallest);
    }

    /// <summary>From what is wanted along what the conditions name, so that each line follows from those before.</summary>
    private List<Condition> Ordered(IReadOnlyList<Condition> conditions)
    {
        var ordered = new List<Condition>(conditions.Where(static condition => condition.Kind == ConditionKind.Wanted));
        var left = new List<Condition>(conditions.Where(static condition => condition.Kind != ConditionKind.Wanted));
        var reached = new HashSet<Symbol>(ordered.Select(static condition => condition.Symbol));
        while (left.Count > 0)
        {
            int next = Math.Max(0, left.FindIndex(condition => reached.Contains(condition.Symbol)));
            Condition condition = left[next];
            left.RemoveAt(next);
            ordered.Add(condition);
            reached.Add(condition.Symbol);
            if (condition.Kind == ConditionKind.OneOf)
                reached.UnionWith(condition.Symbol.Members);
            if (condition.Kind == ConditionKind.BroughtBy)
                Reach(condition.Symbol.ReverseDependency, reached);
            for (Property? property = condition.Symbol.Properties; condition.Kind is ConditionKind.BroughtBy or ConditionKind.ByDefault && property is not null; property = property.Next)
                Reach(property.Condition, reached);
            Reach(condition.Expression, reached);
        }
        return ordered;
    }

    private void Reach(int e, HashSet<Symbol> reached)
    {
        if (e == 0)
            return;
        switch (_expressions.Kind(e))
        {
            case ExpressionKind.And or ExpressionKind.Or:
                Reach(_expressions.Left(e), reached);
                Reach(_expressions.Right(e), reached);
                break;
            case ExpressionKind.Not:
                Reach(_expressions.Left(e), reached);
                break;
            default:
                reached.Add(_expressions.LeftSymbol(e));
                break;
        }
    }
}
