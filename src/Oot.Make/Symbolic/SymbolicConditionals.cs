using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>The open conditionals of one makefile: under which condition its lines count now.</summary>
internal sealed class SymbolicConditionals(SymbolicExpander expander, Condition outermost)
{
    /// <summary>One conditional.</summary>
    /// <param name="Outer">When the conditional as a whole counts.</param>
    /// <param name="Left">When none of its branches up to now was taken.</param>
    /// <param name="Now">When the branch that is read now is taken.</param>
    private readonly record struct Level(Condition Outer, Condition Left, Condition Now);

    private readonly List<Level> _open = [];

    /// <summary>When lines count now.</summary>
    public Condition Current => _open.Count == 0 ? outermost : _open[^1].Now;

    /// <summary>Interprets a line whose first word is given; false if it is no conditional directive. What is malformed is passed over: another program reads these makefiles for errors.</summary>
    public bool Interpret(ReadOnlySpan<char> word, string rest)
    {
        switch (word)
        {
            case "ifdef" or "ifndef" or "ifeq" or "ifneq":
                Condition outer = Current;
                Condition test = outer.IsFalse ? Condition.False : outer.And(Test(word, rest));
                _open.Add(new Level(outer, outer.And(test.Not()), test));
                return true;
            case "else":
                Else(rest);
                return true;
            case "endif":
                if (_open.Count > 0)
                    _open.RemoveAt(_open.Count - 1);
                return true;
            default:
                return false;
        }
    }

    private void Else(string rest)
    {
        if (_open.Count == 0)
            return;
        Level level = _open[^1];
        int end = Characters.EndOfToken(rest, 0);
        if (end == 0)
        {
            _open[^1] = level with { Left = Condition.False, Now = level.Left };
            return;
        }
        Condition test = level.Left.IsFalse ? Condition.False : level.Left.And(Test(rest.AsSpan(0, end), rest[Characters.NextToken(rest, end)..]));
        _open[^1] = level with { Left = level.Left.And(test.Not()), Now = test };
    }

    private Condition Test(ReadOnlySpan<char> word, string rest)
    {
        if (word is "ifdef" or "ifndef")
        {
            Condition defined = expander.Expand(rest) is [{ When.IsTrue: true, Word: var name }] ? expander.IsDefined(name) : Condition.Unknown(rest.Trim());
            return word is "ifdef" ? defined : defined.Not();
        }
        Condition equal = ComparisonSyntax.TryParse(rest, out ComparisonSyntax comparison) ? expander.AreEqual(comparison.First, comparison.Second) : Condition.Unknown(rest.Trim());
        return word is "ifeq" ? equal : equal.Not();
    }
}
