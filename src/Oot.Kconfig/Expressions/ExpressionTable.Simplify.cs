using System.Runtime.CompilerServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>Taking out what is said twice (kernel 6.12, scripts/kconfig/expr.c).</summary>
public sealed partial class ExpressionTable
{
    private int[] _simplified = [];
    private int _changes;

    /// <summary>An expression without operands that others imply: <c>A || B || A</c> is <c>A || B</c>, <c>A &amp;&amp; A=y</c> is <c>A=y</c>.</summary>
    internal int Simplify(int e)
    {
        if (e == 0)
            return 0;
        if (e < _simplified.Length && _simplified[e] != 0)
            return _simplified[e];
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int original = e;
        int before = _changes;
        do
        {
            _changes = 0;
            if (_kinds[e] is ExpressionKind.Or or ExpressionKind.And)
            {
                ExpressionKind kind = _kinds[e];
                int left = Simplify(_left[e]);
                int right = Simplify(_right[e]);
                JoinOperands(kind, ref left, ref right);
                e = Make(kind, left, right);
            }
            e = WithoutConstants(e);
        }
        while (_changes != 0);
        _changes = before;
        Remember(ref _simplified, original, e);
        return e;
    }

    private void JoinOperands(ExpressionKind kind, ref int e1, ref int e2)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_kinds[e1] == kind)
        {
            (int left, int right) = (_left[e1], _right[e1]);
            JoinOperands(kind, ref left, ref e2);
            JoinOperands(kind, ref right, ref e2);
            e1 = Make(kind, left, right);
            return;
        }
        if (_kinds[e2] == kind)
        {
            (int left, int right) = (_left[e2], _right[e2]);
            JoinOperands(kind, ref e1, ref left);
            JoinOperands(kind, ref e1, ref right);
            e2 = Make(kind, left, right);
            return;
        }
        int joined = kind == ExpressionKind.Or ? JoinOr(e1, e2) : JoinAnd(e1, e2);
        if (joined == 0)
            return;
        e1 = OfSymbol(kind == ExpressionKind.Or ? SymbolTable.No : SymbolTable.Yes);
        e2 = joined;
        _changes++;
    }

    /// <summary>Without operands <c>y</c> and <c>n</c>.</summary>
    private int WithoutConstants(int e)
    {
        if (_kinds[e] is not (ExpressionKind.Or or ExpressionKind.And))
            return e;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        bool isOr = _kinds[e] == ExpressionKind.Or;
        int left = WithoutConstants(_left[e]);
        int right = WithoutConstants(_right[e]);
        int strong = isOr ? SymbolTable.Yes : SymbolTable.No;
        int weak = SymbolTable.Yes - strong;
        if (IsConstant(left, strong) || IsConstant(right, weak))
            return left;
        return IsConstant(left, weak) || IsConstant(right, strong) ? right : e;
    }

    /// <summary>Takes out of two expressions what both have at the same level.</summary>
    internal void TakeOutCommon(ref int e1, ref int e2)
    {
        if (e1 == 0 || e2 == 0)
            return;
        if (_kinds[e1] is ExpressionKind.Or or ExpressionKind.And)
            MatchOperands(_kinds[e1], ref e1, ref e2);
        if (_kinds[e1] != _kinds[e2] && _kinds[e2] is (ExpressionKind.Or or ExpressionKind.And))
            MatchOperands(_kinds[e2], ref e1, ref e2);
        e1 = WithoutConstants(e1);
        e2 = WithoutConstants(e2);
    }

    private void MatchOperands(ExpressionKind kind, ref int e1, ref int e2)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_kinds[e1] == kind)
        {
            (int left, int right) = (_left[e1], _right[e1]);
            MatchOperands(kind, ref left, ref e2);
            MatchOperands(kind, ref right, ref e2);
            e1 = Make(kind, left, right);
            return;
        }
        if (_kinds[e2] == kind)
        {
            (int left, int right) = (_left[e2], _right[e2]);
            MatchOperands(kind, ref e1, ref left);
            MatchOperands(kind, ref e1, ref right);
            e2 = Make(kind, left, right);
            return;
        }
        if (e1 == e2 && (IsConstant(e1, SymbolTable.Yes) || IsConstant(e1, SymbolTable.No)))
            return;
        if (!AreEqual(e1, e2))
            return;
        _changes++;
        e1 = e2 = OfSymbol(kind == ExpressionKind.Or ? SymbolTable.No : SymbolTable.Yes);
    }

    /// <summary>Whether two expressions are the same but for the order of operands.</summary>
    internal bool AreEqual(int e1, int e2)
    {
        if (e1 == 0 || e2 == 0)
            return IsYes(e1) && IsYes(e2);
        if (_kinds[e1] != _kinds[e2])
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (_kinds[e1])
        {
            case ExpressionKind.Not:
                return AreEqual(_left[e1], _left[e2]);
            case ExpressionKind.And or ExpressionKind.Or:
                // What is the same takes itself out, leaving y and y, or n and n.
                int before = _changes;
                TakeOutCommon(ref e1, ref e2);
                _changes = before;
                return _kinds[e1] == ExpressionKind.Symbol && e1 == e2;
            case ExpressionKind.Range:
                return false;
            default:
                return e1 == e2;
        }
    }
}
