using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Keeping;

/// <summary>
/// What options that are on rest on in a configuration: what they depend on, and, of those without a prompt, what selects them or their default. Where several things would do, one of them is
/// taken, and such that nothing more is needed before others.
/// </summary>
public sealed class OptionSupport
{
    private readonly Configuration _configuration;
    private readonly ExpressionTable _expressions;
    private readonly HashSet<Symbol> _found = [];
    private readonly Queue<Symbol> _unseen = [];

    private OptionSupport(Configuration configuration)
    {
        _configuration = configuration;
        _expressions = configuration.Tree.Expressions;
    }

    /// <summary>The names of the options themselves and of all that they rest on, without <c>CONFIG_</c>; options that are off are left out.</summary>
    public static IReadOnlyCollection<string> Of(Configuration configuration, IEnumerable<string> options)
    {
        var support = new OptionSupport(configuration);
        foreach (string option in options)
        {
            if (configuration.Tree.Symbols.Find(option) is { } symbol)
                support.Add(symbol);
        }
        while (support._unseen.TryDequeue(out Symbol? next))
            support.Follow(next);
        return [.. support._found.Where(symbol => symbol.Name is not null).Select(symbol => symbol.Name!)];
    }

    private void Add(Symbol symbol)
    {
        if (!symbol.IsConstant && _configuration.ValueOf(symbol) != Tristate.No && _found.Add(symbol))
            _unseen.Enqueue(symbol);
    }

    private void Follow(Symbol symbol)
    {
        Add(symbol.DirectDependency);
        bool isAsked = _configuration.VisibilityOf(symbol) != Tristate.No;
        bool isSelected = symbol.ReverseDependency != 0 && _configuration.Evaluate(symbol.ReverseDependency) != Tristate.No;
        if (!isAsked && isSelected)
            Add(symbol.ReverseDependency);
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (_configuration.Evaluate(property.Condition) == Tristate.No || property.Kind != (isAsked ? PropertyKind.Prompt : PropertyKind.Default))
                continue;
            if (!isAsked && isSelected)
                return;
            Add(property.Condition);
            Add(isAsked ? 0 : property.Value);
            return;
        }
    }

    /// <summary>Adds what makes an expression as true as it is.</summary>
    private void Add(int expression)
    {
        switch (_expressions.Kind(expression))
        {
            case ExpressionKind.And:
                Add(_expressions.Left(expression));
                Add(_expressions.Right(expression));
                break;
            case ExpressionKind.Or:
                Add(Better(_expressions.Left(expression), _expressions.Right(expression)));
                break;
            case ExpressionKind.Symbol:
                Add(_expressions.LeftSymbol(expression));
                break;
        }
    }

    private int Better(int left, int right)
    {
        Tristate ofLeft = _configuration.Evaluate(left), ofRight = _configuration.Evaluate(right);
        return ofLeft == Tristate.No ? right : ofRight == Tristate.No ? left : IsKept(right) && !IsKept(left) ? right : ofRight > ofLeft ? right : left;
    }

    /// <summary>Whether an expression holds by what is kept already.</summary>
    private bool IsKept(int expression) => _expressions.Kind(expression) switch
    {
        ExpressionKind.And => IsKept(_expressions.Left(expression)) && IsKept(_expressions.Right(expression)),
        ExpressionKind.Or => IsKept(_expressions.Left(expression)) || IsKept(_expressions.Right(expression)),
        ExpressionKind.Symbol => _expressions.LeftSymbol(expression) is var symbol && (symbol.IsConstant || _found.Contains(symbol)) && _configuration.ValueOf(symbol) != Tristate.No,
        _ => _configuration.Evaluate(expression) != Tristate.No,
    };
}
