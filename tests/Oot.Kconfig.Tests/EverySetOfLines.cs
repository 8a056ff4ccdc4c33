using Oot.Kconfig.Model;
using Oot.Kconfig.Solving;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Tests;

/// <summary>The best set of lines for a goal, found by trying all: those with fewer lines first.</summary>
internal sealed class EverySetOfLines
{
    private static readonly Tristate[] Values = [Tristate.No, Tristate.Module, Tristate.Yes];

    private readonly Configuration _configuration;
    private readonly Symbol _goal;
    private readonly Tristate _wanted;
    private readonly Symbol[] _options;

    public EverySetOfLines(Configuration configuration, ConfigGoal goal)
    {
        _configuration = configuration;
        _goal = configuration.Tree.Symbols.Find(goal.Option)!;
        _wanted = goal.Value;
        _options = [.. Logical(configuration).Where(symbol => symbol != configuration.Tree.Modules && symbol.Definitions.Any(static node => node.Prompt is not null))];
        for (int lines = 1; lines <= _options.Length && Best is null; lines++)
            Try([], 0, lines);
    }

    /// <summary>How good it is; null where nothing reaches the goal.</summary>
    public (int Lines, int Enabled, int BuiltIn)? Best { get; private set; }

    private static IEnumerable<Symbol> Logical(Configuration configuration) =>
        configuration.Tree.Symbols.All.ToArray().Where(static symbol => symbol is { IsChoice: false, IsConstant: false, Definitions.Count: > 0 } && symbol.Type is SymbolType.Boolean or SymbolType.Tristate);

    private void Try(List<ConfigValue> lines, int from, int more)
    {
        if (more == 0)
        {
            Apply(lines);
            return;
        }
        for (int i = from; i + more <= _options.Length; i++)
        {
            // Of a choice it is said which member is on, not which one is not.
            foreach (Tristate value in _options[i].Choice is null ? Values : [Tristate.Yes])
            {
                lines.Add(new ConfigValue(_options[i], value));
                Try(lines, i + 1, more - 1);
                lines.RemoveAt(lines.Count - 1);
            }
        }
    }

    private void Apply(List<ConfigValue> lines)
    {
        Configuration after = _configuration.Copy();
        foreach (ConfigValue line in lines)
            after.Take(line.Symbol, line.Value);
        after.Recalculate();
        if (after.ValueOf(_goal) < _wanted || after.UnmetCount > 0)
            return;
        int enabled = Logical(_configuration).Count(symbol => _configuration.ValueOf(symbol) == Tristate.No && after.ValueOf(symbol) != Tristate.No);
        // A line that a bool cannot follow says y in the end: what is told is what the option has.
        int builtIn = lines.Count(line => after.ValueOf(line.Symbol) == Tristate.Yes);
        if (Best is not { } best || (enabled, builtIn).CompareTo((best.Enabled, best.BuiltIn)) < 0)
            Best = (lines.Count, enabled, builtIn);
    }
}
