using System.Globalization;
using System.Text;

namespace Oot.Kconfig.Solving;

/// <summary>The clauses for other solvers.</summary>
internal sealed partial class SatSolver
{
    /// <summary>
    /// Every clause that was added, and unit clauses for what has to hold, as hard ones; each soft literal as a clause of weight 1. The format of the MaxSAT evaluations up to 2021:
    /// <c>p wcnf VARIABLES CLAUSES TOP</c>. Call it before the first <see cref="Solve"/>: what is learnt is not told apart.
    /// </summary>
    internal string ToWcnf(ReadOnlySpan<int> hard, ReadOnlySpan<int> soft)
    {
        Backtrack(0);
        var text = new StringBuilder();
        int top = soft.Length + 1, count = hard.Length + soft.Length + _trailEnd;
        for (int clause = 0; clause < _arenaEnd; clause += _arena[clause] + 1)
            count++;
        text.Append(CultureInfo.InvariantCulture, $"p wcnf {_variables} {count} {top}\n");
        for (int clause = 0; clause < _arenaEnd; clause += _arena[clause] + 1)
            Line(text, top, _arena.AsSpan(clause + 1, _arena[clause]));
        for (int i = 0; i < _trailEnd; i++)
            Line(text, top, [_trail[i]]);
        foreach (int literal in hard)
            Line(text, top, [literal]);
        foreach (int literal in soft)
            Line(text, 1, [literal]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, int weight, ReadOnlySpan<int> literals)
    {
        text.Append(weight);
        foreach (int literal in literals)
            text.Append(' ').Append((literal & 1) == 0 ? (literal >> 1) + 1 : -((literal >> 1) + 1));
        text.Append(" 0\n");
    }
}
