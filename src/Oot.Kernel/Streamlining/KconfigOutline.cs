using System.Text;

namespace Oot.Kernel.Streamlining;

/// <summary>
/// Kconfig files as the kernel's localmodconfig sees them, line by line and without values: whatever word stands in a condition counts as wanted (kernel 5.10 to 7.x,
/// scripts/kconfig/streamline_config.pl). Options are named without <c>CONFIG_</c>.
/// </summary>
internal sealed class KconfigOutline
{
    private readonly Dictionary<string, StringBuilder> conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> selectors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> prompted = new(StringComparer.Ordinal), defaulted = new(StringComparer.Ordinal);

    /// <summary>The text of everything that an option asks for; null for none.</summary>
    internal string? ConditionOf(string option) => conditions.TryGetValue(option, out StringBuilder? text) ? text.ToString() : null;

    /// <summary>What selects an option, in the order of the files; null for nothing.</summary>
    internal IReadOnlyList<string>? SelectorsOf(string option) => selectors.GetValueOrDefault(option);

    /// <summary>The file with an option's last entry; null for an unknown option.</summary>
    internal string? FileOf(string option) => files.GetValueOrDefault(option);

    /// <summary>Whether somebody is asked for an option that may be a module.</summary>
    internal bool HasPrompt(string option) => prompted.Contains(option);

    /// <summary>Whether an option has a default.</summary>
    internal bool HasDefault(string option) => defaulted.Contains(option);

    internal void Define(string option, string file) => files[option] = file;

    /// <summary>Begins an option's conditions anew.</summary>
    internal void SetCondition(string option, ReadOnlySpan<char> text) => conditions[option] = new StringBuilder().Append(text);

    internal void AddCondition(string option, ReadOnlySpan<char> text)
    {
        if (!conditions.TryGetValue(option, out StringBuilder? known))
            conditions[option] = known = new StringBuilder();
        known.Append(' ').Append(text);
    }

    internal void AddSelector(string option, string selector)
    {
        if (!selectors.TryGetValue(option, out List<string>? known))
            selectors[option] = known = [];
        known.Add(selector);
    }

    internal void AddPrompt(string option) => prompted.Add(option);

    internal void AddDefault(string option) => defaulted.Add(option);
}
