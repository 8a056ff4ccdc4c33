using System.Runtime.CompilerServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>The rewriting of expressions to what conf's menus and messages show. None changes a value (kernel 6.12, scripts/kconfig/expr.c).</summary>
public sealed partial class ExpressionTable
{
    private int[] _transformed = [];

    /// <summary>Called with what conf prints about a bool that is compared with <c>m</c>.</summary>
    internal Action<string>? Remark { get; set; }

    /// <summary>Whether remarks on the right operand come before those on the left, as since 6.12.</summary>
    internal bool IsRightFirst { get; init; }

    /// <summary>Comparisons of bools become the symbol or its negation, negations are moved down to symbols and comparisons.</summary>
    internal int Transform(int e)
    {
        if (e == 0)
            return 0;
        if (e < _transformed.Length && _transformed[e] != 0)
            return _transformed[e];
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int remarks = _remarks;
        int result = TransformOnce(e);
        if (remarks == _remarks)
            Remember(ref _transformed, e, result);
        return result;
    }

    private int _remarks;

    private static void Remember(ref int[] memory, int e, int result)
    {
        if (e >= memory.Length)
            Array.Resize(ref memory, Math.Max(FirstSize, e + (e / 2) + 1));
        memory[e] = result;
    }

    private int TransformOnce(int e)
    {
        ExpressionKind kind = _kinds[e];
        if (kind is ExpressionKind.Or or ExpressionKind.And)
        {
            int right = IsRightFirst ? Transform(_right[e]) : 0;
            int left = Transform(_left[e]);
            return Make(kind, left, IsRightFirst ? right : Transform(_right[e]));
        }
        if (kind == ExpressionKind.Not)
            return TransformNot(Not(Transform(_left[e])));
        bool isEqual = kind == ExpressionKind.Equal;
        if ((!isEqual && kind != ExpressionKind.Unequal) || LeftSymbol(e).Type != SymbolType.Boolean || _right[e] > SymbolTable.Yes)
            return e;
        int symbol = OfSymbol(_left[e]);
        if (_right[e] == SymbolTable.Module)
        {
            _remarks++;
            Remark?.Invoke($"boolean symbol {LeftSymbol(e)} tested for 'm'? test forced to '{(isEqual ? 'n' : 'y')}'\n");
            return OfSymbol(isEqual ? SymbolTable.No : SymbolTable.Yes);
        }
        return _right[e] == SymbolTable.Yes == isEqual ? symbol : Not(symbol);
    }

    private int TransformNot(int e)
    {
        int of = _left[e];
        switch (_kinds[of])
        {
            case ExpressionKind.Not:
                return _left[of];
            case ExpressionKind.Or:
                return Transform(And(Not(_left[of]), Not(_right[of])));
            case ExpressionKind.And:
                return Transform(Or(Not(_left[of]), Not(_right[of])));
            case ExpressionKind.Symbol:
                return _left[of] <= SymbolTable.Yes ? OfSymbol(SymbolTable.Yes - _left[of]) : e;
            case var kind when Opposite(kind) is var opposite and not ExpressionKind.None:
                return Make(opposite, _left[of], _right[of]);
            default:
                return e;
        }
    }

    private static ExpressionKind Opposite(ExpressionKind kind) => kind switch
    {
        ExpressionKind.Equal => ExpressionKind.Unequal,
        ExpressionKind.Unequal => ExpressionKind.Equal,
        ExpressionKind.Less => ExpressionKind.GreaterOrEqual,
        ExpressionKind.GreaterOrEqual => ExpressionKind.Less,
        ExpressionKind.Greater => ExpressionKind.LessOrEqual,
        ExpressionKind.LessOrEqual => ExpressionKind.Greater,
        _ => ExpressionKind.None,
    };

    /// <summary><c>m</c> becomes <c>m &amp;&amp; MODULES</c>.</summary>
    internal int WithModules(int e, int modules)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _kinds[e] switch
        {
            ExpressionKind.Not => Not(WithModules(_left[e], modules)),
            ExpressionKind.Or or ExpressionKind.And => Make(_kinds[e], WithModules(_left[e], modules), WithModules(_right[e], modules)),
            ExpressionKind.Symbol when _left[e] == SymbolTable.Module => And(e, OfSymbol(modules)),
            _ => e,
        };
    }

    /// <summary>An expression for "is <paramref name="constant"/>" (or is not), in comparisons of single symbols. The constant is <c>n</c> or <c>y</c>.</summary>
    internal int Compared(int e, bool isEqual, int constant)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (e == 0)
            return isEqual ? OfSymbol(constant) : Not(OfSymbol(constant));
        ExpressionKind kind = _kinds[e];
        switch (kind)
        {
            case ExpressionKind.And or ExpressionKind.Or:
                bool both = kind == ExpressionKind.And == (constant == SymbolTable.Yes);
                int joined = Make(both ? ExpressionKind.And : ExpressionKind.Or, Compared(_left[e], true, constant), Compared(_right[e], true, constant));
                return isEqual ? joined : Not(joined);
            case ExpressionKind.Not:
                return Compared(_left[e], !isEqual, constant);
            case ExpressionKind.Symbol:
                return Make(isEqual ? ExpressionKind.Equal : ExpressionKind.Unequal, _left[e], constant);
            default:
                return isEqual == (constant == SymbolTable.Yes) ? e : Not(e);
        }
    }
}
