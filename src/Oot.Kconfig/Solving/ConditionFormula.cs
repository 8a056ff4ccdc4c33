using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Conditions as a formula in which each has a literal that switches it on. It has only the options that the conditions name.</summary>
internal sealed class ConditionFormula
{
    private readonly Configuration _configuration;
    private readonly Gates _gates;
    private readonly ExpressionRails _rails;
    private readonly OptionRules _rules;
    private readonly Dictionary<Symbol, Rails> _values = [];

    internal ConditionFormula(Configuration configuration, IReadOnlyList<Condition> conditions)
    {
        _configuration = configuration;
        _gates = new Gates(Solver);
        var comparisons = new Dictionary<int, Rails>();
        _rails = new ExpressionRails(configuration.Tree.Expressions, _gates, ValueOf, e => comparisons.TryGetValue(e, out Rails known) ? known : comparisons[e] = new Rails(Solver.NewVariable(), SatSolver.False).AsBool);
        _rules = new OptionRules(configuration, _gates, _rails);
        Guards = new int[conditions.Count];
        for (int i = 0; i < Guards.Length; i++)
        {
            Guards[i] = Solver.NewVariable();
            Solver.Prefer(SatSolver.Not(Guards[i]));
        }
        for (int i = 0; i < Guards.Length; i++)
            Add(SatSolver.Not(Guards[i]), conditions[i]);
    }

    internal SatSolver Solver { get; } = new();

    /// <summary>By condition: the literal that switches it on.</summary>
    internal int[] Guards { get; }

    private Rails ValueOf(Symbol symbol)
    {
        if (symbol.IsConstant || (symbol.Definitions.Count > 0 && !symbol.Type.IsLogical()))
            return Rails.Of(_configuration.ValueOf(symbol));
        if (_values.TryGetValue(symbol, out Rails known))
            return known;
        int module = Solver.NewVariable();
        int yes = module;
        if (_rules.HasModule(symbol) || symbol.Definitions.Count == 0)
        {
            yes = Solver.NewVariable();
            Solver.AddClause([SatSolver.Not(yes), module]);
        }
        Tristate now = _configuration.ValueOf(symbol);
        Solver.Prefer(now >= Tristate.Module ? module : SatSolver.Not(module));
        return _values[symbol] = new Rails(module, yes);
    }

    private void Add(int unless, Condition condition)
    {
        Symbol symbol = condition.Symbol;
        Rails value = condition.Kind == ConditionKind.Now ? _rails.Of(condition.Expression) : ValueOf(symbol);
        switch (condition.Kind)
        {
            case ConditionKind.Wanted:
                Solver.AddClause([unless, condition.Value switch { Tristate.Yes => value.Yes, Tristate.Module => value.Module, _ => SatSolver.Not(value.Module) }]);
                break;
            case ConditionKind.DependsOn:
                AtMost(unless, value, _rules.Fit(symbol, _rails.Of(condition.Expression)));
                break;
            case ConditionKind.BroughtBy:
                AtMost(unless, value, _gates.Or(_rules.Visibility(symbol), _rules.Default(symbol)));
                break;
            case ConditionKind.SelectedBy:
                AtMost(unless, _rules.Fit(symbol, _rails.Of(condition.Expression)), value);
                break;
            case ConditionKind.ByDefault:
                Rails least = _rules.Default(symbol);
                int seen = _rules.Visibility(symbol).Module;
                Solver.AddClause([unless, seen, SatSolver.Not(least.Module), value.Module]);
                Solver.AddClause([unless, seen, SatSolver.Not(least.Yes), value.Yes]);
                break;
            case ConditionKind.OneOf:
                AddChoice(unless, symbol, value);
                break;
            case ConditionKind.Stays:
                Equate(unless, value, Rails.Of(_configuration.ValueOf(symbol)));
                break;
            case ConditionKind.Undefined:
                Equate(unless, value, Rails.Never);
                break;
            default:
                Equate(unless, value, Rails.Of(_configuration.Evaluate(condition.Expression)));
                break;
        }
    }

    private void AddChoice(int unless, Symbol choice, Rails value)
    {
        if (_configuration.Tree.Dialect.HasOldChoices)
            AtMost(unless, value, _rules.Visibility(choice));
        List<Symbol> members = [.. choice.Members.Where(member => member.Choice == choice)];
        int any = SatSolver.False;
        for (int i = 0; i < members.Count; i++)
        {
            Rails member = ValueOf(members[i]), seen = _rules.Visibility(members[i]);
            AtMost(unless, member, seen);
            any = _gates.Or(any, seen.Yes);
            for (int j = 0; j < i; j++)
                Solver.AddClause([unless, SatSolver.Not(member.Yes), SatSolver.Not(ValueOf(members[j]).Yes)]);
        }
        Solver.AddClause([unless, SatSolver.Not(any), .. members.Select(member => ValueOf(member).Yes)]);
    }

    private void AtMost(int unless, Rails value, Rails bound)
    {
        Solver.AddClause([unless, SatSolver.Not(value.Module), bound.Module]);
        Solver.AddClause([unless, SatSolver.Not(value.Yes), bound.Yes]);
    }

    private void Equate(int unless, Rails a, Rails b)
    {
        AtMost(unless, a, b);
        AtMost(unless, b, a);
    }
}
