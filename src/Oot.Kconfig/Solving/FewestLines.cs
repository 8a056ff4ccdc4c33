using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Every smallest set of lines that makes some literals of a formula hold, the best first (<see cref="LineSet"/>).</summary>
/// <param name="configuration">What the formula is of.</param>
/// <param name="formula">The formula; it has clauses more afterwards.</param>
/// <param name="wanted">The literals.</param>
internal sealed class FewestLines(Configuration configuration, KconfigFormula formula, IReadOnlyList<int> wanted)
{
    // A driver that any of many options selects has a set for each, and two such drivers have the product.
    private const int MostSets = 1000;

    private readonly SatSolver _solver = formula.Solver;
    private readonly SoftLiterals _softs = new(formula.Solver, wanted, formula.Touches.Keys.Select(SatSolver.Not));

    /// <summary>The sets that <see cref="Find"/> found.</summary>
    internal IReadOnlyList<LineSet> Found { get; private set; } = [];

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
        int[] nowOff = [.. OffNow()];
        var found = new List<LineSet>();
        bool hasAllValues = true;
        while (!IsComplete && found.Count < MostSets)
        {
            if (!_solver.Solve(fewest))
            {
                IsComplete = true;
                break;
            }
            int[] touched = [.. open.Where(_solver.Holds)];
            var values = new LineValues(formula, nowOff, [.. touched.Select(touch => formula.Touches[touch])]);
            found.AddRange(values.Under([.. fewest, .. touched, .. open.Except(touched).Select(SatSolver.Not)]));
            hasAllValues &= values.IsComplete;
            IsComplete = touched.Length == 0;
            _solver.AddClause([.. touched.Select(SatSolver.Not)]);
        }
        IsComplete &= hasAllValues;
        Found = [.. found.Order()];
        return true;
    }

    private IEnumerable<int> OffNow()
    {
        foreach (Symbol symbol in configuration.Tree.Symbols.All.ToArray())
        {
            if (!symbol.IsChoice && !symbol.IsConstant && symbol.Type.IsLogical() && configuration.ValueOf(symbol) == Tristate.No)
                yield return formula.ValueOf(symbol).Module;
        }
    }
}
