using System.Runtime.InteropServices;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Solving;

/// <summary>
/// The values that lines for given options can have. A line for a bool has only one, since it would not be needed if it said what holds anyway; a tristate's has up to two, and a choice's one
/// for each member. All are gone through, because neither "as many modules as there can be" nor any other order of the options leads to the best in every case.
/// </summary>
/// <param name="formula">The formula.</param>
/// <param name="nowOff">Literals that say of each option that is off now that it is on.</param>
/// <param name="touched">What each line can be for: an option, or the members of a choice.</param>
internal sealed class LineValues(KconfigFormula formula, int[] nowOff, IReadOnlyList<IReadOnlyList<Symbol>> touched)
{
    private const int MostValues = 64;

    private readonly SatSolver _solver = formula.Solver;
    private readonly int[] _open = [.. touched.SelectMany(members => members.SelectMany(symbol => Open(formula.ValueOf(symbol), members.Count > 1)))];
    private readonly Dictionary<string, LineSet> _best = new(StringComparer.Ordinal);
    private List<int> _assumptions = [];
    private int _gone;

    /// <summary>Whether all values were gone through.</summary>
    internal bool IsComplete => _gone <= MostValues;

    /// <summary>The best values for each set of options; sets differ where a choice has several members that do.</summary>
    /// <param name="assumptions">That these options are touched and no others; the solver's last model is one of them.</param>
    internal IEnumerable<LineSet> Under(List<int> assumptions)
    {
        _assumptions = assumptions;
        GoThrough(0);
        return _best.Values;
    }

    private static IEnumerable<int> Open(Rails value, bool isMember) => value.Yes != value.Module ? [value.Yes, value.Module] : isMember ? [value.Module] : [];

    /// <summary>Goes through the values of the literals from one on; the solver has a model for those before it.</summary>
    private void GoThrough(int at)
    {
        if (_gone > MostValues)
            return;
        if (at == _open.Length)
        {
            _gone++;
            Keep(Lines());
            return;
        }
        int literal = _solver.Holds(_open[at]) ? _open[at] : SatSolver.Not(_open[at]);
        _assumptions.Add(literal);
        GoThrough(at + 1);
        _assumptions[^1] = SatSolver.Not(literal);
        if (_solver.Solve(CollectionsMarshal.AsSpan(_assumptions)))
            GoThrough(at + 1);
        _assumptions.RemoveAt(_assumptions.Count - 1);
    }

    private void Keep(LineSet set)
    {
        string options = string.Join(' ', set.Lines.Select(static line => line.Symbol.Id));
        if (!_best.TryGetValue(options, out LineSet? known) || set.CompareTo(known) < 0)
            _best[options] = set;
    }

    /// <summary>The lines of the last model.</summary>
    private LineSet Lines()
    {
        var lines = new List<ConfigValue>();
        foreach (Symbol symbol in touched.SelectMany(static members => members))
        {
            Rails value = formula.ValueOf(symbol);
            Tristate given = _solver.Holds(value.Yes) ? Tristate.Yes : _solver.Holds(value.Module) ? Tristate.Module : Tristate.No;
            // The member that is on says what a choice is.
            if (symbol.Choice is null || given != Tristate.No)
                lines.Add(new ConfigValue(symbol, given));
        }
        return new LineSet(lines, nowOff.Count(_solver.Holds));
    }
}
