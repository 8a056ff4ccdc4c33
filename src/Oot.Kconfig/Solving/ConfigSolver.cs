using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>
/// Finds the fewest lines to add to a configuration so that options get values that are wanted. Every answer is applied to the configuration and computed before it is given
/// (docs/design/kconfig.md).
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
    /// <param name="most">At most so many fragments.</param>
    public ConfigAnswer Solve(IReadOnlyList<ConfigGoal> goals, int most = 64)
    {
        ConfigAnswer? answer = null;
        DeepStack.Run(() => answer = SolveHere(goals, most));
        return answer!;
    }

    /// <summary>The problem as a weighted CNF: what other solvers can judge (clasp, RC2).</summary>
    public string ToWcnf(IReadOnlyList<ConfigGoal> goals)
    {
        string text = "";
        DeepStack.Run(() =>
        {
            var formula = new KconfigFormula(configuration, Frozen());
            text = formula.Solver.ToWcnf([.. goals.Select(goal => LiteralOf(formula, goal))], [.. Softs(formula)]);
        });
        return text;
    }

    private IEnumerable<Symbol> Frozen() => UsuallyStaying.Where(name => !allowed.Contains(name)).Select(_tree.Symbols.Find).OfType<Symbol>();

    private static IEnumerable<int> Softs(KconfigFormula formula) => formula.Touches.Values.Distinct().Select(SatSolver.Not);

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
            return new ConfigAnswer([], true, [], true);
        var formula = new KconfigFormula(configuration, Frozen());
        int[] wanted = [.. goals.Select(goal => LiteralOf(formula, goal))];
        var softs = new SoftLiterals(formula.Solver, Softs(formula));
        if (!softs.Minimize(wanted))
            return new ConfigAnswer([], false, new Infeasibility(configuration, formula, [.. Frozen()]).Explain([.. goals.Select(goal => (SymbolOf(goal), LiteralOf(formula, goal)))]), true);
        var fragments = new List<ConfigFragment>();
        int[] assumptions = [.. wanted, .. softs.Assumptions];
        bool isComplete = false;
        // An answer that the computed values do not bear out is blocked as well.
        for (int tries = 0; fragments.Count < most && tries < 4 * most; tries++)
        {
            if (!formula.Solver.Solve(assumptions))
            {
                isComplete = true;
                break;
            }
            List<int> touched = [.. formula.Touches.Values.Distinct().Where(formula.Solver.Holds)];
            if (Fragment(formula, goals, wanted, touched) is { } fragment)
                fragments.Add(fragment);
            if (touched.Count == 0)
                break;
            formula.Solver.AddClause([.. touched.Select(SatSolver.Not)]);
        }
        fragments.Sort(static (a, b) => a.Enabled.Count != b.Enabled.Count ? a.Enabled.Count.CompareTo(b.Enabled.Count) : string.CompareOrdinal(a.Text, b.Text));
        return new ConfigAnswer(fragments, false, [], isComplete);
    }

    /// <summary>The lines for a set of touched options, with modules where they do; null where computing them gives something else.</summary>
    private ConfigFragment? Fragment(KconfigFormula formula, IReadOnlyList<ConfigGoal> goals, int[] wanted, List<int> touched)
    {
        var set = new HashSet<int>(touched);
        var assumptions = new List<int>(wanted);
        assumptions.AddRange(formula.Touches.Values.Distinct().Select(touch => set.Contains(touch) ? touch : SatSolver.Not(touch)));
        foreach ((Symbol symbol, int touch) in formula.Touches)
        {
            Rails value = formula.ValueOf(symbol);
            if (!set.Contains(touch) || value.Yes == value.Module)
                continue;
            assumptions.Add(SatSolver.Not(value.Yes));
            if (!formula.Solver.Solve([.. assumptions]))
                assumptions.RemoveAt(assumptions.Count - 1);
        }
        if (!formula.Solver.Solve([.. assumptions]))
            return null;
        var lines = new List<ConfigValue>();
        foreach ((Symbol symbol, int touch) in formula.Touches)
        {
            Rails value = formula.ValueOf(symbol);
            Tristate given = formula.Solver.Holds(value.Yes) ? Tristate.Yes : formula.Solver.Holds(value.Module) ? Tristate.Module : Tristate.No;
            if (set.Contains(touch) && (symbol.Choice is null || given != Tristate.No))
                lines.Add(new ConfigValue(symbol, given));
        }
        return Apply(lines, goals);
    }

    private ConfigFragment? Apply(List<ConfigValue> lines, IReadOnlyList<ConfigGoal> goals)
    {
        Configuration after = configuration.Copy();
        foreach (ConfigValue line in lines)
            after.Take(line.Symbol, line.Value);
        after.Recalculate();
        if (!goals.All(goal => IsMet(after, SymbolOf(goal), goal.Value)) || after.UnmetCount > configuration.UnmetSymbols)
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
        return new ConfigFragment(lines, enabled, changed);
    }
}
