using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Of many conditions that cannot all be met, the fewest that exclude one another.</summary>
/// <param name="configuration">What the conditions are of.</param>
/// <param name="all">All conditions.</param>
internal sealed class SmallestConflict(Configuration configuration, IReadOnlyList<Condition> all)
{
    // Beyond these a set is proved to be minimal, but not to be the smallest: that is a search without a bound worth waiting for.
    private const int MostConditions = 12;
    private const int MostRounds = 24;

    private readonly ConditionFormula _whole = new(configuration, all);

    /// <summary>Whether no smaller set exists; otherwise only that none of the conditions can be left out is known.</summary>
    internal bool IsSmallest { get; private set; }

    /// <summary>The conditions; none where all can be met.</summary>
    internal IReadOnlyList<Condition> Find()
    {
        if (_whole.Solver.Solve(_whole.Guards))
            return [];
        List<Condition> minimal = Minimize(Conditions(_whole, all));
        return minimal.Count <= MostConditions && Smaller(minimal) is { } smaller ? smaller : minimal;
    }

    private static List<Condition> Conditions(ConditionFormula formula, IReadOnlyList<Condition> of)
    {
        var core = new HashSet<int>(formula.Solver.Core);
        return [.. of.Where((_, place) => core.Contains(formula.Guards[place]))];
    }

    /// <summary>Leaves out every condition without which the others still exclude one another.</summary>
    private List<Condition> Minimize(List<Condition> conflict)
    {
        var formula = new ConditionFormula(configuration, conflict);
        List<int> kept = [.. formula.Guards];
        for (int i = kept.Count - 1; i >= 0; i--)
        {
            if (i < kept.Count && !formula.Solver.Solve([.. kept.Where((_, place) => place != i)]))
                kept = [.. kept.Where(formula.Solver.Core.Contains)];
        }
        return [.. conflict.Where((_, place) => kept.Contains(formula.Guards[place]))];
    }

    /// <summary>
    /// A smallest set: the least that has something of every set whose absence lets the rest be met. If that excludes itself it is the smallest conflict, else it shows another such set (the duality of
    /// conflicts and corrections). Null where <paramref name="minimal"/> is as small, or it takes too many rounds to say.
    /// </summary>
    private List<Condition>? Smaller(List<Condition> minimal)
    {
        var corrections = new List<List<int>>();
        for (int round = 0; round < MostRounds; round++)
        {
            List<int> hitting = SmallestHitting(corrections);
            if (hitting.Count >= minimal.Count)
            {
                IsSmallest = true;
                return null;
            }
            List<Condition> candidate = [.. hitting.Select(place => all[place])];
            var small = new ConditionFormula(configuration, candidate);
            if (!small.Solver.Solve(small.Guards))
            {
                IsSmallest = true;
                return candidate;
            }
            corrections.Add(Correction(hitting));
        }
        return null;
    }

    private static List<int> SmallestHitting(List<List<int>> sets)
    {
        var solver = new SatSolver();
        var literals = new Dictionary<int, int>();
        foreach (int place in sets.SelectMany(static set => set))
        {
            if (!literals.ContainsKey(place))
                literals[place] = solver.NewVariable();
        }
        foreach (List<int> set in sets)
            solver.AddClause([.. set.Select(place => literals[place])]);
        new SoftLiterals(solver, [], literals.Values.Select(SatSolver.Not)).Minimize();
        return [.. literals.Where(entry => solver.Holds(entry.Value)).Select(static entry => entry.Key)];
    }

    /// <summary>Conditions without which all others can be met, none of them in <paramref name="kept"/>.</summary>
    private List<int> Correction(List<int> kept)
    {
        var places = new Dictionary<int, int>();
        for (int i = 0; i < _whole.Guards.Length; i++)
            places[_whole.Guards[i]] = i;
        var fixedGuards = new HashSet<int>(kept.Select(place => _whole.Guards[place]));
        var assumed = new List<int>([.. fixedGuards, .. _whole.Guards.Where(guard => !fixedGuards.Contains(guard))]);
        var left = new List<int>();
        while (!_whole.Solver.Solve([.. assumed]))
        {
            int guard = _whole.Solver.Core.Find(guard => !fixedGuards.Contains(guard));
            left.Add(guard);
            assumed.Remove(guard);
        }
        for (int i = left.Count - 2; i >= 0; i--)
        {
            assumed.Add(left[i]);
            if (_whole.Solver.Solve([.. assumed]))
                left.RemoveAt(i);
            else
                assumed.RemoveAt(assumed.Count - 1);
        }
        return [.. left.Select(guard => places[guard])];
    }
}
