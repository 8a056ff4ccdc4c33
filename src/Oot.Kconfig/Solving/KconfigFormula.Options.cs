using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Where an option's value comes from.</summary>
internal sealed partial class KconfigFormula
{
    private Rails Fit(Symbol symbol, Rails value) => !_hasModules || symbol.Type == SymbolType.Boolean ? value.AsBool : value;

    private Rails Visibility(Symbol symbol)
    {
        Rails visible = Rails.Never;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Text is not null)
                visible = _gates.Or(visible, ValueOf(property.Condition));
        }
        return Fit(symbol, visible);
    }

    private Rails Reverse(Symbol symbol) => symbol.ReverseDependency == 0 ? Rails.Never : Fit(symbol, ValueOf(symbol.ReverseDependency));

    private void AddOption(Symbol symbol)
    {
        Rails value = ValueOf(symbol);
        Rails reverse = Reverse(symbol);
        Rails direct = Fit(symbol, ValueOf(symbol.DirectDependency));
        if (symbol.ReverseDependency != 0 && !IsUnmet(symbol))
        {
            Solver.AddClause([SatSolver.Not(reverse.Module), direct.Module]);
            Solver.AddClause([SatSolver.Not(reverse.Yes), direct.Yes]);
        }
        Rails byDefault = Default(symbol, reverse, direct);
        Rails visible = Visibility(symbol);
        if (visible == Rails.Never || _frozen.Contains(symbol))
        {
            Equate(SatSolver.False, value, UntouchedValue(symbol, visible, reverse, byDefault));
            return;
        }
        int touch = Solver.NewVariable();
        Solver.Prefer(SatSolver.Not(touch));
        Touches[touch] = [symbol];
        Equate(touch, value, UntouchedValue(symbol, visible, reverse, byDefault));
        // A line counts only where the prompt is seen, and moves the value between what selects it and what it depends on.
        Solver.AddClause([SatSolver.Not(touch), visible.Module]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(value.Yes), visible.Yes, reverse.Yes]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(reverse.Module), value.Module]);
        Solver.AddClause([SatSolver.Not(touch), SatSolver.Not(reverse.Yes), value.Yes]);
    }

    private bool IsUnmet(Symbol symbol)
    {
        _base.Calculate(symbol);
        return _base.ReverseOf(symbol) > _base.Evaluate(symbol.DirectDependency);
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
        Rails given = _gates.Or(_gates.And(Constant(_base.UserValueOf(symbol)), visible), reverse);
        return _gates.If(visible.Module, Fit(symbol, given), byDefault);
    }

    private Rails Default(Symbol symbol, Rails reverse, Rails direct)
    {
        Rails value = Rails.Never;
        int open = SatSolver.True;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind != PropertyKind.Default)
                continue;
            Rails condition = ValueOf(property.Condition);
            int chosen = _gates.And(open, condition.Module);
            Rails given = _gates.And(ValueOf(property.Value), condition);
            value = new Rails(_gates.Or(value.Module, _gates.And(chosen, given.Module)), _gates.Or(value.Yes, _gates.And(chosen, given.Yes)));
            open = _gates.And(open, SatSolver.Not(condition.Module));
        }
        if (symbol.Implied != 0)
        {
            Rails implied = Fit(symbol, ValueOf(symbol.Implied));
            value = _gates.If(implied.Module, _gates.And(_gates.Or(value, implied), direct), value);
        }
        return Fit(symbol, _gates.Or(value, reverse));
    }
}
