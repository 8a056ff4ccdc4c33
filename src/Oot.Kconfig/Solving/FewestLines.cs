using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Every smallest set of lines that makes some literals of a formula hold, those that enable least first.</summary>
/// <param name="configuration">What the formula is of.</param>
/// <param name="formula">The formula; it has clauses more afterwards.</param>
/// <param name="wanted">The literals.</param>
internal sealed class FewestLines(Configuration configuration, KconfigFormula formula, IReadOnlyList<int> wanted)
{
    // A driver that any of many options selects has a set for each, and two such drivers have the product.
    private const int MostSets = 1000;

    private readonly SatSolver _solver = formula.Solver;
    private readonly SoftLiterals _softs = new(formula.Solver, wanted, formula.Touches.Keys.Select(SatSolver.Not));
    private readonly int[] _nowOff = [.. OffNow(configuration, formula)];

    /// <summary>The sets that <see cref="Find"/> found.</summary>
    internal IReadOnlyList<IReadOnlyList<ConfigValue>> Found { get; private set; } = [];

    /// <summary>Whether these are all.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>Looks for them; false where there is none.</summary>
    internal bool Find()
    {
        if (!_softs.Minimize())
            return false;
        int[] fewest = _softs.Assumptions.ToArray();
        // What is wanted and untouched in every smallest set is assumed already: only these are left to choose from.
        var untouched = new HashSet<int>(fewest);
        int[] open = [.. formula.Touches.Keys.Where(touch => !untouched.Contains(SatSolver.Not(touch)))];
        var found = new List<(int Enabled, List<ConfigValue> Lines)>();
        while (!IsComplete && found.Count < MostSets)
        {
            if (!_solver.Solve(fewest))
            {
                IsComplete = true;
                break;
            }
            int[] touched = [.. open.Where(_solver.Holds)];
            List<ConfigValue> lines = Lines(fewest, open, touched);
            found.Add((_nowOff.Count(_solver.Holds), lines));
            IsComplete = touched.Length == 0;
            _solver.AddClause([.. touched.Select(SatSolver.Not)]);
        }
        Found = [.. found.OrderBy(static set => set.Enabled).Select(static set => set.Lines)];
        return true;
    }

    /// <summary>The lines for a set of touched options, with modules where they do.</summary>
    private List<ConfigValue> Lines(int[] fewest, int[] open, int[] touched)
    {
        var assumptions = new List<int>(fewest);
        assumptions.AddRange(touched);
        assumptions.AddRange(open.Except(touched).Select(SatSolver.Not));
        List<Symbol> symbols = [.. touched.SelectMany(touch => formula.Touches[touch])];
        foreach (Symbol symbol in symbols)
        {
            Rails value = formula.ValueOf(symbol);
            if (value.Yes == value.Module)
                continue;
            assumptions.Add(SatSolver.Not(value.Yes));
            if (!_solver.Solve([.. assumptions]))
                assumptions.RemoveAt(assumptions.Count - 1);
        }
        _solver.Solve([.. assumptions]);
        var lines = new List<ConfigValue>();
        foreach (Symbol symbol in symbols)
        {
            Rails value = formula.ValueOf(symbol);
            Tristate given = _solver.Holds(value.Yes) ? Tristate.Yes : _solver.Holds(value.Module) ? Tristate.Module : Tristate.No;
            // The member that is on says what a choice is.
            if (symbol.Choice is null || given != Tristate.No)
                lines.Add(new ConfigValue(symbol, given));
        }
        return lines;
    }

    private static IEnumerable<int> OffNow(Configuration configuration, KconfigFormula formula)
    {
        foreach (Symbol symbol in configuration.Tree.Symbols.All.ToArray())
        {
            if (!symbol.IsChoice && !symbol.IsConstant && symbol.Type.IsLogical() && configuration.ValueOf(symbol) == Tristate.No)
                yield return formula.ValueOf(symbol).Module;
        }
    }
}
