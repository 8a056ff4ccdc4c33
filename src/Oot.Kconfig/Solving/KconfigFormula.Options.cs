using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>Where an option's value comes from.</summary>
internal sealed partial class KconfigFormula
{
    private void AddOption(Symbol symbol)
    {
        Rails value = ValueOf(symbol);
        Rails reverse = _rules.Reverse(symbol);
        if (symbol.ReverseDependency != 0 && !_rules.IsUnmet(symbol))
        {
            Rails direct = _rules.Direct(symbol);
            Solver.AddClause([SatSolver.Not(reverse.Module), direct.Module]);
            Solver.AddClause([SatSolver.Not(reverse.Yes), direct.Yes]);
        }
        Rails byDefault = _rules.Default(symbol);
        Rails visible = _rules.Visibility(symbol);
        if (visible == Rails.Never || _frozen.Contains(symbol))
        {
            Equate(SatSolver.False, value, UntouchedValue(symbol, visible, reverse, byDefault));
            return;
        }
        int touch = NewTouch([symbol]);
        Equate(touch, value, UntouchedValue(symbol, visible, reverse, byDefault));
        // A line counts only where the prompt is seen, and moves the value between what selects it and what it depends on.
        Solver.AddClause([SatSolver.Not(touch), visible.Module]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(value.Yes), visible.Yes, reverse.Yes]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(reverse.Module), value.Module]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(reverse.Yes), value.Yes]);
    }

    private void Equate(int unless, Rails a, Rails b)
    {
        _gates.Equate(unless, a.Module, b.Module);
        if (a.Yes != a.Module || b.Yes != b.Module)
            _gates.Equate(unless, a.Yes, b.Yes);
    }

    private Rails UntouchedValue(Symbol symbol, Rails visible, Rails reverse, Rails byDefault)
    {
        if (!_base.HasUserValue(symbol) || visible == Rails.Never)
            return byDefault;
        Rails given = _gates.Or(_gates.And(Rails.Of(_base.UserValueOf(symbol)), visible), reverse);
        return _gates.If(visible.Module, _rules.Fit(symbol, given), byDefault);
    }
}
