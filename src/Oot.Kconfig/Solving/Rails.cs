namespace Oot.Kconfig.Solving;

/// <summary>A value of three as two literals: whether it is at least <c>m</c>, and whether it is <c>y</c>.</summary>
internal readonly record struct Rails(int Module, int Yes)
{
    internal static readonly Rails Never = new(SatSolver.False, SatSolver.False);

    internal static readonly Rails Always = new(SatSolver.True, SatSolver.True);

    /// <summary>As a bool, which has no <c>m</c>.</summary>
    internal Rails AsBool => new(Module, Module);
}
