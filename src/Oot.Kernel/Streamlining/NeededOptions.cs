using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Streamlining;

/// <summary>Which options of a configuration bring the symbols that modules need.</summary>
/// <param name="map">The map of the sources.</param>
/// <param name="configuration">What is on.</param>
/// <param name="architecture">The directory below <c>arch/</c>.</param>
public sealed class NeededOptions(ProvenanceIndex map, KernelConfiguration configuration, string? architecture)
{
    private readonly ConfigurationJudge judge = new(configuration, architecture);
    private readonly SortedSet<string> options = new(StringComparer.Ordinal);
    private readonly List<(string Symbol, string Needs)> missing = [];

    /// <summary>The options, with <c>CONFIG_</c>.</summary>
    public IReadOnlyCollection<string> Options => options;

    /// <summary>Symbols that are not built in this configuration, and the options that would be needed, in words.</summary>
    public IReadOnlyList<(string Symbol, string Needs)> Missing => missing;

    /// <summary>Looks for what brings a symbol. One that the map does not have is no kernel's.</summary>
    public void Add(string symbol)
    {
        if (map.Find(symbol) is not (>= 0 and var number))
            return;
        Condition goal = Condition.False;
        foreach (SymbolOrigin origin in map.OriginsOf(number))
        {
            foreach (Placement placement in origin.Placements)
            {
                Condition when = placement.When.And(origin.When);
                goal = goal.Or(when);
                if (judge.IsBuilt(origin, placement) == false)
                    continue;
                AddOptions(when);
                return;
            }
        }
        IReadOnlyList<OptionNeed> needs = OptionNeeds.Fewest(goal, judge).Needs;
        missing.Add((symbol, needs.Count == 0 ? "" : $": it needs {string.Join(" and ", needs.Select(need => need.Text))}"));
    }

    /// <summary>The options of one of the ways that are open, that with the fewest.</summary>
    private void AddOptions(Condition when)
    {
        string[]? fewest = null;
        foreach (IReadOnlyList<ValueTest> tests in when.Cases)
        {
            if (tests.Any(test => judge.ValueOf(test.Variable) is not 0 and var value && (value & test.Mask) == 0))
                continue;
            string[] named = [.. tests.Where(IsOn).Select(test => test.Variable.Name)];
            if (fewest is null || named.Length < fewest.Length)
                fewest = named;
        }
        options.UnionWith(fewest ?? []);
    }

    private bool IsOn(ValueTest test) => test.Variable.Name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal) && !test.Variable.Name.Contains('=')
        && (judge.ValueOf(test.Variable) & (ConfigurationVariables.Module | ConfigurationVariables.Yes)) != 0;
}
