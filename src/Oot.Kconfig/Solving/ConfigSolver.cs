using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>
/// Finds the fewest lines to add to a configuration so that options get values that are wanted. Every answer is applied to the configuration and computed before it is given
/// (docs/design/solver.md).
/// </summary>
/// <param name="configuration">The configuration, as it was read.</param>
/// <param name="allowed">Names of options that may change though they usually stay.</param>
public sealed class ConfigSolver(Configuration configuration, IReadOnlyCollection<string> allowed)
{
    /// <summary>Options that a user does not mean to change for a driver's sake.</summary>
    public static readonly IReadOnlyList<string> UsuallyStaying = ["COMPILE_TEST", "STAGING", "EXPERT", "BROKEN", "64BIT"];

    private readonly KconfigTree _tree = configuration.Tree;

    /// <summary>Solves for goals; <see cref="ArgumentException"/> for an option that is in no Kconfig file.</summary>
    /// <param name="goals">What is wanted.</param>
    /// <param name="most">At most so many fragments are given: those that enable least.</param>
    public ConfigAnswer Solve(IReadOnlyList<ConfigGoal> goals, int most = 64)
    {
        ConfigAnswer? answer = null;
        DeepStack.Run(() => answer = SolveHere(goals, most));
        return answer!;
    }

    /// <summary>Why there is no answer: the conditions that exclude one another.</summary>
    public ConfigProof Prove(IReadOnlyList<ConfigGoal> goals)
    {
        ConfigProof? proof = null;
        DeepStack.Run(() => proof = new Infeasibility(configuration, [.. Frozen()]).Prove([.. goals.Select(goal => new Condition(ConditionKind.Wanted, SymbolOf(goal), 0, goal.Value))]));
        return proof!;
    }

    /// <summary>The problem as a weighted CNF: what other solvers can judge (clasp, RC2).</summary>
    public string ToWcnf(IReadOnlyList<ConfigGoal> goals)
    {
        string text = "";
        DeepStack.Run(() =>
        {
            var formula = new KconfigFormula(configuration, Frozen());
            text = formula.Solver.ToWcnf([.. goals.Select(goal => LiteralOf(formula, goal))], [.. formula.Touches.Keys.Select(SatSolver.Not)]);
        });
        return text;
    }

    private IEnumerable<Symbol> Frozen() => UsuallyStaying.Where(name => !allowed.Contains(name)).Select(_tree.Symbols.Find).OfType<Symbol>();

    private Symbol SymbolOf(ConfigGoal goal) => _tree.Symbols.Find(goal.Option) ?? throw new ArgumentException($"no option {goal.Option}", nameof(goal));

    private int LiteralOf(KconfigFormula formula, ConfigGoal goal)
    {
        Rails value = formula.ValueOf(SymbolOf(goal));
        return goal.Value switch { Tristate.Yes => value.Yes, Tristate.Module => value.Module, _ => SatSolver.Not(value.Module) };
    }

    private static bool IsMet(Configuration values, Symbol symbol, Tristate wanted) => wanted == Tristate.No ? values.ValueOf(symbol) == Tristate.No : values.ValueOf(symbol) >= wanted;

    private ConfigAnswer SolveHere(IReadOnlyList<ConfigGoal> goals, int most)
    {
        if (goals.All(goal => IsMet(configuration, SymbolOf(goal), goal.Value)))
            return new ConfigAnswer([], 0, true, true);
        var formula = new KconfigFormula(configuration, Frozen());
        int[] wanted = [.. goals.Select(goal => LiteralOf(formula, goal))];
        var minima = new FewestLines(configuration, formula, wanted);
        if (!minima.Find())
            return new ConfigAnswer([], 0, false, true);
        var fragments = new List<ConfigFragment>();
        int unmet = configuration.UnmetSymbols, untrue = 0;
        foreach (LineSet set in minima.Found)
        {
            if (fragments.Count == most)
                break;
            if (Apply(set.Lines, goals, unmet) is { } fragment)
                fragments.Add(fragment);
            else
                untrue++;
        }
        fragments.Sort(static (a, b) => new LineSet(a.Lines, a.Enabled.Count).CompareTo(new LineSet(b.Lines, b.Enabled.Count)));
        return new ConfigAnswer(fragments, minima.Found.Count - untrue, false, minima.IsComplete);
    }

    /// <summary>What lines make of the configuration; null where that is not what was wanted.</summary>
    private ConfigFragment? Apply(IReadOnlyList<ConfigValue> lines, IReadOnlyList<ConfigGoal> goals, int unmet)
    {
        Configuration after = configuration.Copy();
        foreach (ConfigValue line in lines)
            after.Take(line.Symbol, line.Value);
        after.Recalculate();
        if (!goals.All(goal => IsMet(after, SymbolOf(goal), goal.Value)) || after.UnmetCount > unmet)
            return null;
        var enabled = new List<ConfigValue>();
        var changed = new List<ConfigValue>();
        foreach (Symbol symbol in _tree.Symbols.All)
        {
            if (symbol.IsChoice || !symbol.Type.IsLogical())
                continue;
            (Tristate old, Tristate made) = (configuration.ValueOf(symbol), after.ValueOf(symbol));
            if (old == Tristate.No && made != Tristate.No)
                enabled.Add(new ConfigValue(symbol, made));
            else if (old != made)
                changed.Add(new ConfigValue(symbol, made));
        }
        return new ConfigFragment(InFileOrder(lines), enabled, changed);
    }

    private List<ConfigValue> InFileOrder(IReadOnlyList<ConfigValue> lines)
    {
        var left = lines.ToDictionary(static line => line.Symbol);
        var ordered = new List<ConfigValue>(lines.Count);
        for (MenuNode? node = _tree.Root; node is not null && left.Count > 0; node = node.After(_tree.Root))
        {
            if (node.Symbol is { } symbol && left.Remove(symbol, out ConfigValue line))
                ordered.Add(line);
        }
        return ordered;
    }
}
