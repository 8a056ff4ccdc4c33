namespace Oot.Kconfig.Solving;

/// <summary>Clauses for and, or and equality; equal gates are one, and constants make none.</summary>
internal sealed class Gates(SatSolver solver)
{
    private readonly Dictionary<long, int> _ands = [];

    internal int And(int a, int b)
    {
        if (a == SatSolver.False || b == SatSolver.False || a == SatSolver.Not(b))
            return SatSolver.False;
        if (a == SatSolver.True || a == b)
            return b;
        if (b == SatSolver.True)
            return a;
        if (a > b)
            (a, b) = (b, a);
        long key = ((long)a << 32) | (uint)b;
        if (_ands.TryGetValue(key, out int known))
            return known;
        int made = solver.NewVariable();
        _ands[key] = made;
        solver.AddClause([SatSolver.Not(made), a]);
        solver.AddClause([SatSolver.Not(made), b]);
        solver.AddClause([made, SatSolver.Not(a), SatSolver.Not(b)]);
        return made;
    }

    internal int Or(int a, int b) => SatSolver.Not(And(SatSolver.Not(a), SatSolver.Not(b)));

    internal int Same(int a, int b) => Or(And(a, b), And(SatSolver.Not(a), SatSolver.Not(b)));

    internal int If(int condition, int then, int otherwise) => Or(And(condition, then), And(SatSolver.Not(condition), otherwise));

    internal Rails And(Rails a, Rails b) => new(And(a.Module, b.Module), And(a.Yes, b.Yes));

    internal Rails Or(Rails a, Rails b) => new(Or(a.Module, b.Module), Or(a.Yes, b.Yes));

    internal Rails Not(Rails a) => new(SatSolver.Not(a.Yes), SatSolver.Not(a.Module));

    internal Rails If(int condition, Rails then, Rails otherwise) => new(If(condition, then.Module, otherwise.Module), If(condition, then.Yes, otherwise.Yes));

    /// <summary>Makes two literals equal, where a condition holds.</summary>
    internal void Equate(int unless, int a, int b)
    {
        solver.AddClause([unless, SatSolver.Not(a), b]);
        solver.AddClause([unless, a, SatSolver.Not(b)]);
    }
}
