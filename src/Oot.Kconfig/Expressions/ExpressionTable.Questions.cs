using System.Runtime.CompilerServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>How an expression depends on a symbol: what decides about submenus (kernel 7.x, scripts/kconfig/expr.c).</summary>
public sealed partial class ExpressionTable
{
    /// <summary>Whether a symbol occurs in an expression.</summary>
    internal bool Contains(int e, Symbol symbol)
    {
        if (e == 0)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _kinds[e] switch
        {
            ExpressionKind.And or ExpressionKind.Or => Contains(_left[e], symbol) || Contains(_right[e], symbol),
            ExpressionKind.Not => Contains(_left[e], symbol),
            ExpressionKind.Symbol => _left[e] == symbol.Id,
            ExpressionKind.Range => false,
            _ => _left[e] == symbol.Id || _right[e] == symbol.Id,
        };
    }

    /// <summary>Whether it occurs in a way that can be met with the symbol off. The expression has to be transformed.</summary>
    internal bool ContainsNegated(int e, Symbol symbol)
    {
        if (e == 0)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _kinds[e] switch
        {
            ExpressionKind.And or ExpressionKind.Or => ContainsNegated(_left[e], symbol) || ContainsNegated(_right[e], symbol),
            ExpressionKind.Not => IsConstant(_left[e], symbol.Id),
            ExpressionKind.Equal => _left[e] == symbol.Id && _right[e] == SymbolTable.No,
            ExpressionKind.Unequal => _left[e] == symbol.Id && _right[e] is (SymbolTable.Yes or SymbolTable.Module),
            _ => false,
        };
    }

    /// <summary>Whether an expression is <c>n</c> when the symbol is.</summary>
    internal bool DependsOn(int e, Symbol symbol)
    {
        if (e == 0)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _kinds[e] switch
        {
            ExpressionKind.And => DependsOn(_left[e], symbol) || DependsOn(_right[e], symbol),
            ExpressionKind.Symbol => _left[e] == symbol.Id,
            ExpressionKind.Equal => _left[e] == symbol.Id && _right[e] is (SymbolTable.Yes or SymbolTable.Module),
            ExpressionKind.Unequal => _left[e] == symbol.Id && _right[e] == SymbolTable.No,
            _ => false,
        };
    }
}
