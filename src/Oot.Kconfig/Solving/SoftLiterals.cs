using System.Runtime.InteropServices;

namespace Oot.Kconfig.Solving;

/// <summary>
/// Literals of which as many as possible are to hold. Every set of them that cannot hold together (a core) costs one, and is replaced by a set that can, of one literal less (the
/// transformation of PM-RES); when all that are left hold together, what was paid is the least.
/// </summary>
/// <param name="solver">The solver with the hard clauses.</param>
/// <param name="always">What has to hold in any case.</param>
/// <param name="literals">The literals.</param>
internal sealed class SoftLiterals(SatSolver solver, IReadOnlyList<int> always, IEnumerable<int> literals)
{
    private const int CheckedAt = 12;

    private readonly List<int> _assumptions = [.. always, .. literals];

    /// <summary>How many have to be given up at least.</summary>
    internal int Cost { get; private set; }

    /// <summary>What has to be assumed for a model of the least cost, in an order that the solver has just gone through.</summary>
    internal ReadOnlySpan<int> Assumptions => CollectionsMarshal.AsSpan(_assumptions);

    /// <summary>Finds the least cost; false where the hard clauses have no model.</summary>
    internal bool Minimize()
    {
        if (solver.Refutes([.. always]))
            return false;
        while (!solver.Solve(Assumptions))
        {
            int[] core = Shrink([.. solver.Core.Where(literal => !always.Contains(literal))]);
            if (core.Length == 0)
                return false;
            Relax(core);
            // A first model is dearer than some cores; but where there is none, cores could go on for long.
            if (++Cost == CheckedAt && !solver.Solve([.. always]))
                return false;
        }
        return true;
    }

    /// <summary>Leaves out of a core what is not needed for the conclusion. Without a search, so a core may stay larger than it must be, which costs time but no answer.</summary>
    private int[] Shrink(int[] core)
    {
        var kept = new List<int>(core);
        for (int i = kept.Count - 1; i >= 0 && kept.Count > 1; i--)
        {
            if (i >= kept.Count)
                continue;
            int[] rest = [.. always, .. kept.Where((_, place) => place != i)];
            if (solver.Refutes(rest))
                kept = [.. kept.Where(solver.Core.Contains)];
        }
        return [.. kept];
    }

    private void Relax(int[] core)
    {
        var gone = new HashSet<int>(core);
        _assumptions.RemoveAll(gone.Contains);
        solver.AddClause([.. core.Select(SatSolver.Not)]);
        int rest = core[^1];
        for (int i = core.Length - 2; i >= 0; i--)
        {
            int soft = solver.NewVariable();
            solver.AddClause([SatSolver.Not(soft), core[i], rest]);
            _assumptions.Add(soft);
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
