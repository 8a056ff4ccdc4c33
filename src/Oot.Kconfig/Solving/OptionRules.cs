using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>What decides an option's value, as gates (kernel 6.12, scripts/kconfig/symbol.c).</summary>
internal sealed class OptionRules(Configuration configuration, Gates gates, ExpressionRails expressions)
{
    private readonly bool _hasModules = configuration.ValueOf(configuration.Tree.Modules) == Tristate.Yes;

    /// <summary>Whether a symbol can be <c>m</c>.</summary>
    internal bool HasModule(Symbol symbol) => _hasModules && symbol.Type == SymbolType.Tristate;

    /// <summary>A value as the symbol's type has it: for what has no <c>m</c>, that is <c>y</c>.</summary>
    internal Rails Fit(Symbol symbol, Rails value) => !_hasModules || symbol.Type == SymbolType.Boolean ? value.AsBool : value;

    /// <summary>How far the user can raise it: the best of its prompts' conditions.</summary>
    internal Rails Visibility(Symbol symbol)
    {
        Rails visible = Rails.Never;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Text is not null)
                visible = gates.Or(visible, expressions.Of(property.Condition));
        }
        return Fit(symbol, visible);
    }

    /// <summary>What selects it.</summary>
    internal Rails Reverse(Symbol symbol) => symbol.ReverseDependency == 0 ? Rails.Never : Fit(symbol, expressions.Of(symbol.ReverseDependency));

    /// <summary>What it depends on.</summary>
    internal Rails Direct(Symbol symbol) => Fit(symbol, expressions.Of(symbol.DirectDependency));

    /// <summary>Its value when nobody sets it: the first default whose condition holds, what implies it, what selects it.</summary>
    internal Rails Default(Symbol symbol)
    {
        Rails value = Rails.Never;
        int open = SatSolver.True;
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind != PropertyKind.Default)
                continue;
            Rails condition = expressions.Of(property.Condition);
            int chosen = gates.And(open, condition.Module);
            Rails given = gates.And(expressions.Of(property.Value), condition);
            value = new Rails(gates.Or(value.Module, gates.And(chosen, given.Module)), gates.Or(value.Yes, gates.And(chosen, given.Yes)));
            open = gates.And(open, SatSolver.Not(condition.Module));
        }
        if (symbol.Implied != 0)
        {
            Rails implied = Fit(symbol, expressions.Of(symbol.Implied));
            value = gates.If(implied.Module, gates.And(gates.Or(value, implied), Direct(symbol)), value);
        }
        return Fit(symbol, gates.Or(value, Reverse(symbol)));
    }

    /// <summary>Whether it is selected now though what it depends on is not met.</summary>
    internal bool IsUnmet(Symbol symbol)
    {
        configuration.Calculate(symbol);
        return configuration.ReverseOf(symbol) > configuration.Evaluate(symbol.DirectDependency);
    }
}
