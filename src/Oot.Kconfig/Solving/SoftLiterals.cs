namespace Oot.Kconfig.Solving;

/// <summary>
/// Literals of which as many as possible are to hold. Every set of them that cannot hold together (a core) costs one, and is replaced by a set that can, of one literal less (the
/// transformation of PM-RES); when all that are left hold together, what was paid is the least.
/// </summary>
internal sealed class SoftLiterals(SatSolver solver, IEnumerable<int> literals)
{
    private const int MostRemovals = 12;

    private readonly HashSet<int> _left = [.. literals];

    /// <summary>How many have to be given up at least.</summary>
    internal int Cost { get; private set; }

    /// <summary>What has to be assumed for a model of the least cost.</summary>
    internal int[] Assumptions => [.. _left];

    /// <summary>Finds the least cost; false where the hard clauses have no model with the assumptions given.</summary>
    internal bool Minimize(ReadOnlySpan<int> always)
    {
        if (!solver.Solve(always))
            return false;
        int[] given = always.ToArray();
        while (!solver.Solve([.. given, .. _left]))
        {
            int[] core = [.. solver.Core.Where(_left.Contains)];
            if (core.Length == 0)
                return false;
            Relax(Shrink(given, core));
            Cost++;
        }
        return true;
    }

    /// <summary>Leaves out of a core what it does not need.</summary>
    private int[] Shrink(int[] given, int[] core)
    {
        var kept = new List<int>(core);
        for (int i = kept.Count - 1, tries = 0; i >= 0 && tries < MostRemovals && kept.Count > 1; i--, tries++)
        {
            if (i >= kept.Count)
                continue;
            int[] rest = [.. given, .. kept.Where((_, place) => place != i)];
            if (!solver.Solve(rest))
                kept = [.. kept.Where(solver.Core.Contains)];
        }
        return [.. kept];
    }

    private void Relax(int[] core)
    {
        foreach (int literal in core)
            _left.Remove(literal);
        solver.AddClause([.. core.Select(SatSolver.Not)]);
        int rest = core[^1];
        for (int i = core.Length - 2; i >= 0; i--)
        {
            int soft = solver.NewVariable();
            solver.AddClause([SatSolver.Not(soft), core[i], rest]);
            _left.Add(soft);
            if (i == 0)
                break;
            int both = solver.NewVariable();
            solver.AddClause([SatSolver.Not(both), core[i]]);
            solver.AddClause([SatSolver.Not(both), rest]);
            solver.AddClause([both, SatSolver.Not(core[i]), SatSolver.Not(rest)]);
            rest = both;
        }
    }
}
