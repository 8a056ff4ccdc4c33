using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>A value of three as two literals: whether it is at least <c>m</c>, and whether it is <c>y</c>.</summary>
internal readonly record struct Rails(int Module, int Yes)
{
    internal static readonly Rails Never = new(SatSolver.False, SatSolver.False);

    internal static readonly Rails Always = new(SatSolver.True, SatSolver.True);

    /// <summary>As a bool, which has no <c>m</c>.</summary>
    internal Rails AsBool => new(Module, Module);

    /// <summary>A value that is known.</summary>
    internal static Rails Of(Tristate value) =>
        new(value >= Tristate.Module ? SatSolver.True : SatSolver.False, value == Tristate.Yes ? SatSolver.True : SatSolver.False);
}
