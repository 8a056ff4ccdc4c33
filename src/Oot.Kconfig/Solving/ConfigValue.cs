using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>An option and a value: a line of a configuration.</summary>
/// <param name="Symbol">The option.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ConfigValue(Symbol Symbol, Tristate Value)
{
    /// <summary>The line as a .config has it.</summary>
    public override string ToString() => Value == Tristate.No ? $"# CONFIG_{Symbol.Name} is not set" : $"CONFIG_{Symbol.Name}={(Value == Tristate.Yes ? "y" : "m")}";
}
