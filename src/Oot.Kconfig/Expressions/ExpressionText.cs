using System.Runtime.CompilerServices;
using System.Text;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>Expressions as conf prints them (kernel 6.12, scripts/kconfig/expr.c).</summary>
/// <param name="expressions">Whose expressions.</param>
/// <param name="write">Writes a symbol with its name, or a sign (no symbol).</param>
internal sealed class ExpressionText(ExpressionTable expressions, Action<Symbol?, string> write)
{
    /// <summary>Writes an expression; none is <c>y</c>.</summary>
    internal void Write(int e, ExpressionKind around = ExpressionKind.None)
    {
        if (e == 0)
        {
            write(null, "y");
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ExpressionKind kind = expressions.Kind(e);
        bool isEnclosed = Binding(around) > Binding(kind) && Binding(kind) > 0;
        if (isEnclosed)
            write(null, "(");
        switch (kind)
        {
            case ExpressionKind.Or or ExpressionKind.And:
                Write(expressions.Left(e), kind);
                write(null, kind == ExpressionKind.Or ? " || " : " && ");
                Write(expressions.Right(e), kind);
                break;
            case ExpressionKind.Not:
                write(null, "!");
                Write(expressions.Left(e), kind);
                break;
            case ExpressionKind.Symbol:
                WriteLeft(e);
                break;
            case ExpressionKind.Range:
                write(null, "[");
                write(expressions.LeftSymbol(e), expressions.LeftSymbol(e).ToString());
                write(null, " ");
                write(expressions.RightSymbol(e), expressions.RightSymbol(e).ToString());
                write(null, "]");
                break;
            default:
                WriteLeft(e);
                write(null, Sign(kind));
                write(expressions.RightSymbol(e), expressions.RightSymbol(e).ToString());
                break;
        }
        if (isEnclosed)
            write(null, ")");
    }

    private void WriteLeft(int e)
    {
        Symbol symbol = expressions.LeftSymbol(e);
        write(symbol.Name is null ? null : symbol, symbol.ToString());
    }

    private static string Sign(ExpressionKind kind) => kind switch
    {
        ExpressionKind.Equal => "=",
        ExpressionKind.Unequal => "!=",
        ExpressionKind.Less => "<",
        ExpressionKind.LessOrEqual => "<=",
        ExpressionKind.Greater => ">",
        _ => ">=",
    };

    // 0: never enclosed.
    private static int Binding(ExpressionKind kind) => kind switch
    {
        ExpressionKind.Or => 1,
        ExpressionKind.And => 2,
        ExpressionKind.Not => 3,
        ExpressionKind.Equal or ExpressionKind.Unequal => 4,
        ExpressionKind.Less or ExpressionKind.LessOrEqual or ExpressionKind.Greater or ExpressionKind.GreaterOrEqual => 5,
        _ => 0,
    };
}
