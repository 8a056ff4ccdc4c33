using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>What an option is to be.</summary>
/// <param name="Option">Its name without <c>CONFIG_</c>.</param>
/// <param name="Value"><c>m</c>: a module or built in; <c>y</c>: built in; <c>n</c>: off.</param>
public sealed record ConfigGoal(string Option, Tristate Value);
