using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>What two operands come down to where one expression says both; 0 where none does (kernel 6.12, scripts/kconfig/expr.c).</summary>
public sealed partial class ExpressionTable
{
    private int JoinOr(int e1, int e2)
    {
        if (AreEqual(e1, e2))
            return e1;
        if (CommonSymbol(e1, e2) is not { } symbol)
            return 0;
        if (symbol.Type == SymbolType.Tristate && _kinds[e1] == ExpressionKind.Equal && _kinds[e2] == ExpressionKind.Equal && ThirdValue(_right[e1], _right[e2]) is var third and >= 0)
            return Make(ExpressionKind.Unequal, symbol.Id, third);
        bool isComplement = (_kinds[e1] == ExpressionKind.Not && IsSymbol(_left[e1]) && IsSymbol(e2)) || (_kinds[e2] == ExpressionKind.Not && IsSymbol(_left[e2]) && IsSymbol(e1));
        return symbol.Type == SymbolType.Boolean && isComplement ? OfSymbol(SymbolTable.Yes) : 0;
    }

    private int JoinAnd(int e1, int e2)
    {
        if (AreEqual(e1, e2))
            return e1;
        if (CommonSymbol(e1, e2) is not { } symbol)
            return 0;
        if (IsSymbolAnd(e1, e2, ExpressionKind.Equal, SymbolTable.Yes) || IsSymbolAnd(e1, e2, ExpressionKind.Unequal, SymbolTable.Module))
            return Make(ExpressionKind.Equal, symbol.Id, SymbolTable.Yes);
        if (IsSymbolAnd(e1, e2, ExpressionKind.Unequal, SymbolTable.No))
            return OfSymbol(symbol.Id);
        if (symbol.Type != SymbolType.Tristate)
            return 0;
        if (_kinds[e1] == ExpressionKind.Unequal && _kinds[e2] == ExpressionKind.Equal)
            (e1, e2) = (e2, e1);
        if (_kinds[e1] == ExpressionKind.Equal && _kinds[e2] == ExpressionKind.Unequal && RightSymbol(e1).IsConstant && RightSymbol(e2).IsConstant)
            return _right[e1] != _right[e2] ? Make(ExpressionKind.Equal, symbol.Id, _right[e1]) : OfSymbol(SymbolTable.No);
        if (_kinds[e1] == ExpressionKind.Unequal && _kinds[e2] == ExpressionKind.Unequal && ThirdValue(_right[e1], _right[e2]) is var third and >= 0)
            return Make(ExpressionKind.Equal, symbol.Id, third);
        return 0;
    }

    private bool IsSymbol(int e) => _kinds[e] == ExpressionKind.Symbol;

    private bool IsSymbolAnd(int e1, int e2, ExpressionKind kind, int constant) =>
        (IsSymbol(e1) && _kinds[e2] == kind && _right[e2] == constant) || (IsSymbol(e2) && _kinds[e1] == kind && _right[e1] == constant);

    /// <summary>Of <c>n</c>, <c>m</c>, <c>y</c> the one that neither of two is; −1 where they are not two of them.</summary>
    private static int ThirdValue(int a, int b) => a != b && a <= SymbolTable.Yes && b <= SymbolTable.Yes ? SymbolTable.No + SymbolTable.Module + SymbolTable.Yes - a - b : -1;

    /// <summary>The bool or tristate that both operands speak of; null when there is none.</summary>
    private Symbol? CommonSymbol(int e1, int e2)
    {
        int s1 = SpokenOf(e1, comparisonsToo: true);
        int s2 = SpokenOf(e2, comparisonsToo: false);
        return s1 >= 0 && s1 == s2 && _symbols[s1].Type.IsLogical() ? _symbols[s1] : null;
    }

    // A negated comparison counts only as the first operand: so the program has it, and messages show it.
    private int SpokenOf(int e, bool comparisonsToo)
    {
        ExpressionKind kind = _kinds[e];
        if (kind is ExpressionKind.Equal or ExpressionKind.Unequal or ExpressionKind.Symbol)
            return _left[e];
        if (kind != ExpressionKind.Not)
            return -1;
        int of = _left[e];
        return IsSymbol(of) || (comparisonsToo && _kinds[of] is (ExpressionKind.Equal or ExpressionKind.Unequal)) ? _left[of] : -1;
    }
}
