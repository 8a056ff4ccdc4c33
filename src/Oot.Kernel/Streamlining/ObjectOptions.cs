namespace Oot.Kernel.Streamlining;

/// <summary>
/// Which options a tree's makefiles name beside an object, by the object's name without <c>.o</c> and with <c>_</c> for <c>-</c>, as loaded modules are called (kernel 5.10 to 7.x,
/// scripts/kconfig/streamline_config.pl). Options are named with <c>CONFIG_</c>.
/// </summary>
internal sealed class ObjectOptions
{
    private readonly Dictionary<string, List<string>> options = new(StringComparer.Ordinal);

    /// <summary>The options of an object, in the order of the makefiles; null for an object that none names.</summary>
    internal IReadOnlyList<string>? Of(string module) => options.GetValueOrDefault(module);

    internal void Add(string module, string option)
    {
        if (!options.TryGetValue(module, out List<string>? known))
            options[module] = known = [];
        known.Add(option);
    }
}
