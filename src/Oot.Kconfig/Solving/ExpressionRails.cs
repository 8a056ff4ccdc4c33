using System.Runtime.CompilerServices;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>Values of expressions as gates over values of symbols; each expression is made once.</summary>
/// <param name="expressions">The expressions.</param>
/// <param name="gates">What makes the gates.</param>
/// <param name="valueOf">A symbol's value.</param>
/// <param name="comparison">The value of a comparison that is not between bools or tristates.</param>
internal sealed class ExpressionRails(ExpressionTable expressions, Gates gates, Func<Symbol, Rails> valueOf, Func<int, Rails> comparison)
{
    private readonly Rails[] _rails = new Rails[expressions.Count];
    private readonly bool[] _isMade = new bool[expressions.Count];

    /// <summary>An expression's value; <c>y</c> for none.</summary>
    internal Rails Of(int e)
    {
        if (e == 0)
            return Rails.Always;
        if (e >= _isMade.Length)
            return Make(e);
        if (!_isMade[e])
            (_rails[e], _isMade[e]) = (Make(e), true);
        return _rails[e];
    }

    private Rails Make(int e)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expressions.Kind(e))
        {
            case ExpressionKind.Symbol:
                return valueOf(expressions.LeftSymbol(e));
            case ExpressionKind.Not:
                return gates.Not(Of(expressions.Left(e)));
            case ExpressionKind.And:
                return gates.And(Of(expressions.Left(e)), Of(expressions.Right(e)));
            case ExpressionKind.Or:
                return gates.Or(Of(expressions.Left(e)), Of(expressions.Right(e)));
        }
        (Symbol left, Symbol right) = (expressions.LeftSymbol(e), expressions.RightSymbol(e));
        if (!left.Type.IsLogical() || !right.Type.IsLogical())
            return comparison(e);
        int holds = Compare(expressions.Kind(e), valueOf(left), valueOf(right));
        return new Rails(holds, holds);
    }

    private int Compare(ExpressionKind kind, Rails a, Rails b)
    {
        int Below(Rails x, Rails y) => gates.Or(gates.And(SatSolver.Not(x.Module), y.Module), gates.And(SatSolver.Not(x.Yes), y.Yes));
        int same = gates.And(gates.Same(a.Module, b.Module), gates.Same(a.Yes, b.Yes));
        return kind switch
        {
            ExpressionKind.Equal => same,
            ExpressionKind.Unequal => SatSolver.Not(same),
            ExpressionKind.Less => Below(a, b),
            ExpressionKind.LessOrEqual => SatSolver.Not(Below(b, a)),
            ExpressionKind.Greater => Below(b, a),
            _ => SatSolver.Not(Below(a, b)),
        };
    }
}
