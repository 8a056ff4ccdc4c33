using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>A symbol on the way of the search for loops.</summary>
internal sealed class DependencyFrame(Symbol symbol)
{
    internal Symbol Symbol { get; } = symbol;

    internal Property? Property { get; set; }

    internal DependencyPart Part { get; set; }
}
