using System.Text;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Says in words why options cannot have the values that are wanted: the conditions on the way that nothing can meet.</summary>
internal sealed class Infeasibility(Configuration configuration, KconfigFormula formula, IReadOnlyList<Symbol> staying)
{
    private const int Deepest = 8;
    private const int MostReasons = 24;

    private readonly ExpressionTable _expressions = configuration.Tree.Expressions;
    private readonly HashSet<Symbol> _told = [];
    private readonly List<string> _reasons = [];

    internal IReadOnlyList<string> Explain(IReadOnlyList<(Symbol Symbol, int Literal)> goals)
    {
        List<(Symbol Symbol, int Literal)> core = [.. goals];
        for (int i = core.Count - 1; i >= 0 && core.Count > 1; i--)
        {
            int[] rest = [.. core.Where((_, place) => place != i).Select(static goal => goal.Literal)];
            if (!formula.Solver.Solve(rest))
                core.RemoveAt(i);
        }
        if (core.Count > 1)
            _reasons.Add("each of these is possible, but not together: " + string.Join(", ", core.Select(static goal => goal.Symbol.Name)));
        foreach ((Symbol symbol, _) in core)
            Explain(symbol, 0);
        return _reasons;
    }

    private bool IsPossible(int literal) => formula.Solver.Solve([literal]);

    private void Explain(Symbol symbol, int depth)
    {
        if (depth > Deepest || _reasons.Count >= MostReasons || !_told.Add(symbol))
            return;
        if (symbol.Definitions.Count == 0)
        {
            _reasons.Add($"{symbol.Name} is defined in no Kconfig file of this architecture");
            return;
        }
        if (staying.Contains(symbol))
        {
            _reasons.Add($"{symbol.Name} stays {TextValues.Text(configuration.ValueOf(symbol))} unless it is allowed to change");
            return;
        }
        bool hasPrompt = symbol.Definitions.Any(static node => node.Prompt is not null);
        bool isBlocked = symbol.DirectDependency != 0 && !IsPossible(formula.ValueOf(symbol.DirectDependency).Module);
        if (isBlocked)
        {
            ExplainConjuncts(symbol.Name ?? "<choice>", "depends on", symbol.DirectDependency, depth);
            return;
        }
        if (hasPrompt)
        {
            _reasons.Add($"{symbol.Name} can be switched on by itself, but not with all that is wanted");
            return;
        }
        if (symbol.ReverseDependency == 0)
        {
            _reasons.Add($"{symbol.Name} has no prompt and nothing selects it: a line for it has no effect");
            return;
        }
        _reasons.Add($"{symbol.Name} has no prompt, and none of what selects it can be on");
        ExplainCauses(symbol.ReverseDependency, depth);
    }

    private void ExplainCauses(int e, int depth)
    {
        if (_expressions.Kind(e) == ExpressionKind.Or)
        {
            ExplainCauses(_expressions.Left(e), depth);
            ExplainCauses(_expressions.Right(e), depth);
        }
        else if (_reasons.Count < MostReasons)
            ExplainConjuncts("the selection", "needs", e, depth);
    }

    /// <summary>Of the operands of an <c>&amp;&amp;</c>, those that nothing can meet.</summary>
    private void ExplainConjuncts(string name, string how, int e, int depth)
    {
        var parts = new List<int>();
        Collect(e, parts);
        List<int> impossible = [.. parts.Where(part => !IsPossible(formula.ValueOf(part).Module))];
        if (impossible.Count == 0)
        {
            _reasons.Add($"{name} {how} {Text(e)}, whose parts exclude one another");
            return;
        }
        foreach (int part in impossible)
        {
            _reasons.Add($"{name} {how} {Text(part)}, which cannot be met");
            ExplainSymbols(part, depth + 1);
        }
    }

    private void ExplainSymbols(int e, int depth)
    {
        switch (_expressions.Kind(e))
        {
            case ExpressionKind.Symbol:
                if (!_expressions.LeftSymbol(e).IsConstant)
                    Explain(_expressions.LeftSymbol(e), depth);
                break;
            case ExpressionKind.Or:
                ExplainSymbols(_expressions.Left(e), depth);
                ExplainSymbols(_expressions.Right(e), depth);
                break;
            case ExpressionKind.And:
                foreach (int part in (ReadOnlySpan<int>)[_expressions.Left(e), _expressions.Right(e)])
                {
                    if (!IsPossible(formula.ValueOf(part).Module))
                        ExplainSymbols(part, depth);
                }
                break;
            case ExpressionKind.Not when _expressions.SymbolOf(_expressions.Left(e)) is { } symbol:
                _reasons.Add($"{symbol.Name} is {TextValues.Text(configuration.ValueOf(symbol))} and cannot be off");
                break;
        }
    }

    private void Collect(int e, List<int> parts)
    {
        if (_expressions.Kind(e) == ExpressionKind.And)
        {
            Collect(_expressions.Left(e), parts);
            Collect(_expressions.Right(e), parts);
        }
        else
            parts.Add(e);
    }

    private string Text(int e)
    {
        var text = new StringBuilder();
        new ExpressionText(_expressions, (_, word) => text.Append(word)).Write(e);
        return text.ToString();
    }
}
