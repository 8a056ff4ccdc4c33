using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>
/// What olddefconfig makes of a configuration and some lines behind it, as a formula: for every option that has a prompt a literal says whether a line is written for it, and its value
/// follows from that, from the configuration and from all other values (docs/design/solver.md). Numbers and texts keep the values that they have.
/// </summary>
internal sealed partial class KconfigFormula
{
    private readonly Configuration _base;
    private readonly KconfigTree _tree;
    private readonly ExpressionTable _expressions;
    private readonly HashSet<Symbol> _frozen;
    private readonly Gates _gates;
    private readonly ExpressionRails _rails;
    private readonly OptionRules _rules;
    private readonly Rails[] _values;
    private readonly bool[] _isMade;

    internal KconfigFormula(Configuration configuration, IEnumerable<Symbol> frozen)
    {
        _base = configuration;
        _tree = configuration.Tree;
        _expressions = _tree.Expressions;
        _frozen = [.. frozen, _tree.Modules];
        _gates = new Gates(Solver);
        _rails = new ExpressionRails(_expressions, _gates, ValueOf, e => Rails.Of(_base.Evaluate(e)));
        _rules = new OptionRules(configuration, _gates, _rails);
        (_values, _isMade) = (new Rails[_tree.Symbols.Count], new bool[_tree.Symbols.Count]);
        foreach (Symbol symbol in _tree.Symbols.All)
        {
            if (!symbol.IsChoice)
                ValueOf(symbol);
        }
        foreach (Symbol symbol in _tree.Symbols.All)
        {
            if (symbol.IsChoice && _tree.Dialect.HasOldChoices)
                AddOldChoice(symbol);
            else if (symbol.IsChoice)
                AddChoice(symbol);
            else if (IsOption(symbol) && symbol.Choice is null)
                AddOption(symbol);
        }
    }

    internal SatSolver Solver { get; } = new();

    /// <summary>The literals that say that a line is written, each with the options that the line can be for: one, or the members of a choice.</summary>
    internal Dictionary<int, IReadOnlyList<Symbol>> Touches { get; } = [];

    /// <summary>Whether a symbol has a value that can change.</summary>
    internal static bool IsOption(Symbol symbol) => !symbol.IsConstant && !symbol.IsChoice && symbol.Type.IsLogical() && !symbol.IsTransitional && symbol.Definitions.Count > 0;

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
        bool isChoice = symbol.IsChoice && _tree.Dialect.HasOldChoices;
        if (!isChoice && (!IsOption(symbol) || _frozen.Contains(symbol)))
            return Rails.Of(_base.ValueOf(symbol));
        int module = Solver.NewVariable();
        bool isTristate = _rules.HasModule(symbol);
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

    private int NewTouch(IReadOnlyList<Symbol> symbols)
    {
        int touch = Solver.NewVariable();
        Solver.Prefer(SatSolver.Not(touch));
        Touches[touch] = symbols;
        return touch;
    }
}
