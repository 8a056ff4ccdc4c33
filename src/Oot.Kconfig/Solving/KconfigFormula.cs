using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>
/// What olddefconfig makes of a configuration and some lines behind it, as a formula: for every option that has a prompt a literal says whether a line is written for it, and its value
/// follows from that, from the configuration and from all other values (docs/design/kconfig.md). Numbers and texts keep the values that they have.
/// </summary>
internal sealed partial class KconfigFormula
{
    private readonly Configuration _base;
    private readonly KconfigTree _tree;
    private readonly ExpressionTable _expressions;
    private readonly HashSet<Symbol> _frozen;
    private readonly Gates _gates;
    private readonly Rails[] _values;
    private readonly bool[] _isMade;
    private readonly Rails[] _expressionRails;
    private readonly bool[] _isExpressionMade;
    private readonly bool _hasModules;

    internal KconfigFormula(Configuration configuration, IEnumerable<Symbol> frozen)
    {
        _base = configuration;
        _tree = configuration.Tree;
        _expressions = _tree.Expressions;
        _frozen = [.. frozen, _tree.Modules];
        _gates = new Gates(Solver);
        _hasModules = configuration.ValueOf(_tree.Modules) == Tristate.Yes;
        (_values, _isMade) = (new Rails[_tree.Symbols.Count], new bool[_tree.Symbols.Count]);
        (_expressionRails, _isExpressionMade) = (new Rails[_expressions.Count], new bool[_expressions.Count]);
        foreach (Symbol symbol in _tree.Symbols.All)
        {
            if (!symbol.IsChoice)
                ValueOf(symbol);
        }
        foreach (Symbol symbol in _tree.Symbols.All)
        {
            if (symbol.IsChoice && !IsFixedChoice(symbol))
                AddChoice(symbol);
            else if (IsOption(symbol) && symbol.Choice is null)
                AddOption(symbol);
        }
    }

    internal SatSolver Solver { get; } = new();

    /// <summary>The literals that say that a line is written, each with the options that the line can be for: one, or the members of a choice.</summary>
    internal Dictionary<int, IReadOnlyList<Symbol>> Touches { get; } = [];

    private bool IsOption(Symbol symbol) => !symbol.IsConstant && !symbol.IsChoice && symbol.Type.IsLogical() && !symbol.IsTransitional && symbol.Definitions.Count > 0;

    /// <summary>Older choices of which several members, or none, can be on keep what they have.</summary>
    private bool IsFixedChoice(Symbol choice) => _tree.Dialect.HasOldChoices && (choice.Type == SymbolType.Tristate || choice.IsOptional);

    /// <summary>A symbol's value.</summary>
    internal Rails ValueOf(Symbol symbol)
    {
        if (_isMade[symbol.Id])
            return _values[symbol.Id];
        _isMade[symbol.Id] = true;
        return _values[symbol.Id] = Make(symbol);
    }

    private Rails Make(Symbol symbol)
    {
        bool isFixed = !IsOption(symbol) || _frozen.Contains(symbol) || (symbol.Choice is { } choice && IsFixedChoice(choice));
        if (symbol.IsChoice && _tree.Dialect.HasOldChoices && !IsFixedChoice(symbol))
            return Visibility(symbol).AsBool;
        if (isFixed)
            return Constant(_base.ValueOf(symbol));
        int module = Solver.NewVariable();
        bool isTristate = _hasModules && symbol.Type == SymbolType.Tristate && !symbol.IsChoice;
        int yes = isTristate ? Solver.NewVariable() : module;
        Tristate now = _base.ValueOf(symbol);
        Solver.Prefer(now >= Tristate.Module ? module : SatSolver.Not(module));
        if (isTristate)
        {
            Solver.Prefer(now == Tristate.Yes ? yes : SatSolver.Not(yes));
            Solver.AddClause([SatSolver.Not(yes), module]);
        }
        return new Rails(module, yes);
    }

    private static Rails Constant(Tristate value) =>
        new(value >= Tristate.Module ? SatSolver.True : SatSolver.False, value == Tristate.Yes ? SatSolver.True : SatSolver.False);

    /// <summary>An expression's value; <c>y</c> for none.</summary>
    internal Rails ValueOf(int e)
    {
        if (e == 0)
            return Rails.Always;
        if (e < _isExpressionMade.Length && _isExpressionMade[e])
            return _expressionRails[e];
        Rails made = Make(e);
        if (e < _isExpressionMade.Length)
            (_expressionRails[e], _isExpressionMade[e]) = (made, true);
        return made;
    }

    private Rails Make(int e)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (_expressions.Kind(e))
        {
            case ExpressionKind.Symbol:
                return ValueOf(_expressions.LeftSymbol(e));
            case ExpressionKind.Not:
                return _gates.Not(ValueOf(_expressions.Left(e)));
            case ExpressionKind.And:
                return _gates.And(ValueOf(_expressions.Left(e)), ValueOf(_expressions.Right(e)));
            case ExpressionKind.Or:
                return _gates.Or(ValueOf(_expressions.Left(e)), ValueOf(_expressions.Right(e)));
        }
        (Symbol left, Symbol right) = (_expressions.LeftSymbol(e), _expressions.RightSymbol(e));
        if (!left.Type.IsLogical() || !right.Type.IsLogical())
            return Constant(_base.Evaluate(e));
        int holds = Compare(_expressions.Kind(e), ValueOf(left), ValueOf(right));
        return new Rails(holds, holds);
    }

    private int Compare(ExpressionKind kind, Rails a, Rails b)
    {
        int Below(Rails x, Rails y) => _gates.Or(_gates.And(SatSolver.Not(x.Module), y.Module), _gates.And(SatSolver.Not(x.Yes), y.Yes));
        int same = _gates.And(_gates.Same(a.Module, b.Module), _gates.Same(a.Yes, b.Yes));
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
