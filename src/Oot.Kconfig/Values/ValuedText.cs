using System.Runtime.CompilerServices;
using System.Text;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>Expressions with the values of their symbols: <c>PCI [=y] &amp;&amp; USB [=n]</c>.</summary>
internal sealed class ValuedText
{
    private readonly Configuration _configuration;
    private readonly ExpressionTable _expressions;
    private readonly ExpressionText _text;

    internal ValuedText(Configuration configuration)
    {
        _configuration = configuration;
        _expressions = configuration.Tree.Expressions;
        _text = new ExpressionText(_expressions, Write);
    }

    internal StringBuilder Builder { get; } = new();

    internal void Append(int expression) => _text.Write(expression);

    /// <summary>One line for each operand of an <c>||</c> that has a value, below a title.</summary>
    internal void AppendCauses(int expression, Tristate value, string title)
    {
        bool isFirst = true;
        AppendCauses(expression, value, title, ref isFirst);
    }

    private void AppendCauses(int e, Tristate value, string title, ref bool isFirst)
    {
        if (e == 0)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_expressions.Kind(e) == ExpressionKind.Or)
        {
            AppendCauses(_expressions.Left(e), value, title, ref isFirst);
            AppendCauses(_expressions.Right(e), value, title, ref isFirst);
            return;
        }
        if (_configuration.Evaluate(e) != value)
            return;
        if (isFirst)
            Builder.Append(title);
        isFirst = false;
        Builder.Append("  - ");
        _text.Write(e);
        Builder.Append('\n');
    }

    private void Write(Symbol? symbol, string text)
    {
        Builder.Append(text);
        if (symbol is { Type: not SymbolType.Unknown })
            Builder.Append(" [=").Append(_configuration.PresentText(symbol)).Append(']');
    }
}
