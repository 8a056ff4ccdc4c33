namespace Oot.Kconfig.Solving;

/// <summary>
/// A solver of propositional formulas that learns from conflicts (as minisat has it: two watched literals, activity, phases kept, restarts), with assumptions and the core of those that
/// cannot hold together. A literal is twice its variable, and one more for its negation; variable 0 is always true.
/// </summary>
internal sealed partial class SatSolver
{
    /// <summary>The literal that always holds.</summary>
    internal const int True = 0;

    /// <summary>The literal that never holds.</summary>
    internal const int False = 1;

    private const sbyte Unknown = 0;
    private const int NoReason = -1;

    // A clause is its length, then its literals.
    private int[] _arena = new int[1 << 14];
    private int _arenaEnd;
    private WatchList[] _watches = new WatchList[2048];
    private sbyte[] _values = new sbyte[1024];
    private sbyte[] _phases = new sbyte[1024];
    private int[] _levels = new int[1024];
    private int[] _reasons = new int[1024];
    private bool[] _seen = new bool[1024];
    private readonly LiteralHeap _order = new();
    private int[] _trail = new int[1024];
    private int _trailEnd;
    private int _propagated;
    private readonly List<int> _levelStarts = [];
    private double _increment = 1;
    private bool _isBroken;
    private int _variables;

    internal SatSolver()
    {
        NewVariable();
        AddClause([True]);
    }

    /// <summary>How many variables there are.</summary>
    internal int VariableCount => _variables;

    /// <summary>How many conflicts there were in all.</summary>
    internal long Conflicts { get; private set; }

    /// <summary>After an unsuccessful <see cref="Solve"/>: assumptions that cannot all hold.</summary>
    internal List<int> Core { get; } = [];

    /// <summary>The negation of a literal.</summary>
    internal static int Not(int literal) => literal ^ 1;

    internal int NewVariable()
    {
        int variable = _variables++;
        if (_variables > _values.Length)
            Grow();
        _order.Grow(_variables);
        _order.Add(variable);
        return variable * 2;
    }

    private void Grow()
    {
        int size = _values.Length * 2;
        Array.Resize(ref _values, size);
        Array.Resize(ref _phases, size);
        Array.Resize(ref _levels, size);
        Array.Resize(ref _reasons, size);
        Array.Resize(ref _seen, size);
        Array.Resize(ref _trail, size);
        Array.Resize(ref _watches, size * 2);
    }

    /// <summary>Which value a variable is tried with first.</summary>
    internal void Prefer(int literal) => _phases[literal >> 1] = (literal & 1) == 0 ? (sbyte)1 : (sbyte)-1;

    /// <summary>Whether a literal holds in the last model.</summary>
    internal bool Holds(int literal) => Model[literal >> 1] == ((literal & 1) == 0);

    /// <summary>The values of all variables in the last model.</summary>
    internal bool[] Model { get; private set; } = [];

    /// <summary>The value that a literal has in every model as far as is known: 1, −1 or 0.</summary>
    internal int FixedValue(int literal) => _levels[literal >> 1] == 0 ? Value(literal) : 0;

    private int Value(int literal) => (literal & 1) == 0 ? _values[literal >> 1] : -_values[literal >> 1];

    /// <summary>Adds a clause. Literals that are settled are left out; what was assumed stays as far as the clause allows it.</summary>
    internal void AddClause(ReadOnlySpan<int> literals)
    {
        Span<int> kept = literals.Length <= 64 ? stackalloc int[literals.Length] : new int[literals.Length];
        int count = 0;
        foreach (int literal in literals)
        {
            int value = FixedValue(literal);
            if (value > 0 || kept[..count].Contains(Not(literal)))
                return;
            if (value == 0 && !kept[..count].Contains(literal))
                kept[count++] = literal;
        }
        if (count == 0)
        {
            _isBroken = true;
            return;
        }
        if (count == 1)
        {
            Backtrack(0);
            Assign(kept[0], NoReason);
            return;
        }
        if (_levelStarts.Count > 0)
            MakeRoom(kept[..count]);
        int clause = Store(kept[..count]);
        Watch(clause);
        if (Value(kept[0]) == 0 && Value(kept[1]) < 0)
            Assign(kept[0], clause);
    }

    /// <summary>Puts the two literals that become open first in front, and goes back to where at least one is open, or another holds.</summary>
    private void MakeRoom(Span<int> literals)
    {
        for (int place = 0; place < 2; place++)
        {
            for (int i = place + 1; i < literals.Length; i++)
            {
                if (OpenFrom(literals[i]) > OpenFrom(literals[place]))
                    (literals[place], literals[i]) = (literals[i], literals[place]);
            }
        }
        if (Value(literals[1]) >= 0 || Value(literals[0]) > 0)
            return;
        int level = _levels[literals[1] >> 1];
        Backtrack(OpenFrom(literals[0]) == level ? level - 1 : level);
    }

    private int OpenFrom(int literal) => Value(literal) >= 0 ? int.MaxValue : _levels[literal >> 1];

    private int Store(ReadOnlySpan<int> literals)
    {
        if (_arenaEnd + literals.Length + 1 > _arena.Length)
            Array.Resize(ref _arena, Math.Max(_arena.Length * 2, _arenaEnd + literals.Length + 1));
        int clause = _arenaEnd;
        _arena[clause] = literals.Length;
        literals.CopyTo(_arena.AsSpan(clause + 1));
        _arenaEnd += literals.Length + 1;
        return clause;
    }

    private void Watch(int clause)
    {
        (int first, int second) = (_arena[clause + 1], _arena[clause + 2]);
        _watches[first].Add(clause, second);
        _watches[second].Add(clause, first);
    }

    private void Assign(int literal, int reason)
    {
        int variable = literal >> 1;
        _values[variable] = (literal & 1) == 0 ? (sbyte)1 : (sbyte)-1;
        _levels[variable] = _levelStarts.Count;
        _reasons[variable] = reason;
        _trail[_trailEnd++] = literal;
    }

    private void Backtrack(int level)
    {
        if (_levelStarts.Count <= level)
            return;
        int start = _levelStarts[level];
        for (int i = _trailEnd - 1; i >= start; i--)
        {
            int variable = _trail[i] >> 1;
            _phases[variable] = _values[variable];
            _values[variable] = Unknown;
            _order.Add(variable);
        }
        (_trailEnd, _propagated) = (start, Math.Min(start, _propagated));
        _levelStarts.RemoveRange(level, _levelStarts.Count - level);
    }

    /// <summary>Draws every conclusion; the clause that is violated, or −1.</summary>
    private int Propagate()
    {
        while (_propagated < _trailEnd)
        {
            int falsified = Not(_trail[_propagated++]);
            ref WatchList list = ref _watches[falsified];
            Span<(int Clause, int Blocker)> items = list.Items;
            int kept = 0;
            for (int i = 0; i < items.Length; i++)
            {
                (int clause, int blocker) = items[i];
                if (Value(blocker) > 0 || !Move(clause, falsified, out int other))
                {
                    // Moved clauses are in another list now; those that stay have one literal that is true, or none that is open.
                    if (Value(blocker) > 0)
                        items[kept++] = (clause, blocker);
                    continue;
                }
                items[kept++] = (clause, other);
                if (Value(other) > 0)
                    continue;
                if (Value(other) < 0)
                {
                    for (i++; i < items.Length; i++)
                        items[kept++] = items[i];
                    list.Cut(kept);
                    _propagated = _trailEnd;
                    return clause;
                }
                Assign(other, clause);
            }
            list.Cut(kept);
        }
        return NoReason;
    }

    /// <summary>Looks for another literal to watch; true where there is none, so that the clause stays in its list.</summary>
    private bool Move(int clause, int falsified, out int other)
    {
        Span<int> literals = _arena.AsSpan(clause + 1, _arena[clause]);
        if (literals[0] == falsified)
            (literals[0], literals[1]) = (literals[1], falsified);
        other = literals[0];
        if (Value(other) > 0)
            return true;
        for (int i = 2; i < literals.Length; i++)
        {
            if (Value(literals[i]) < 0)
                continue;
            (literals[1], literals[i]) = (literals[i], falsified);
            _watches[literals[1]].Add(clause, other);
            return false;
        }
        return true;
    }
}
