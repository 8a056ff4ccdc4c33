namespace Oot.Kconfig.Solving;

/// <summary>The search, and what it learns.</summary>
internal sealed partial class SatSolver
{
    private const double Decay = 1 / 0.95;
    private const double LargestActivity = 1e100;
    private const int RestartUnit = 100;

    private readonly List<int> _learnt = [];
    private readonly List<int> _toClear = [];

    // The assumptions of the last call: its first levels are theirs.
    private int[] _assumed = [];

    /// <summary>Looks for a model in which all assumptions hold; false where there is none, and <see cref="Core"/> then says which assumptions exclude one another.</summary>
    /// <remarks>What follows from the first assumptions is kept from call to call as long as they stay the same, so those that change are best last.</remarks>
    internal bool Solve(ReadOnlySpan<int> assumptions)
    {
        Begin(assumptions);
        for (int restart = 1; ; restart++)
        {
            bool? found = _isBroken ? false : Search(assumptions, Luby(restart) * RestartUnit, decides: true);
            if (found is not { } answer)
                continue;
            if (answer)
                SaveModel();
            return answer;
        }
    }

    /// <summary>Whether assumptions are refuted by what follows from them, without a search; <see cref="Core"/> then says which ones.</summary>
    internal bool Refutes(ReadOnlySpan<int> assumptions)
    {
        Begin(assumptions);
        return _isBroken || Search(assumptions, int.MaxValue, decides: false) == false;
    }

    private void Begin(ReadOnlySpan<int> assumptions)
    {
        Core.Clear();
        Backtrack(Math.Min(_levelStarts.Count, assumptions.CommonPrefixLength(_assumed)));
        _assumed = assumptions.ToArray();
    }

    private void SaveModel()
    {
        if (Model.Length != _variables)
            Model = new bool[_variables];
        for (int i = 0; i < _variables; i++)
            Model[i] = _values[i] > 0;
    }

    private static int Luby(int i)
    {
        int power = 1;
        while (power * 2 <= i + 1)
            power *= 2;
        return power == i + 1 ? power / 2 : Luby(i - power + 1);
    }

    private bool? Search(ReadOnlySpan<int> assumptions, int conflicts, bool decides)
    {
        while (true)
        {
            int violated = Propagate();
            if (violated != NoReason)
            {
                Conflicts++;
                if (_levelStarts.Count == 0)
                {
                    _isBroken = true;
                    return false;
                }
                Learn(violated);
                conflicts--;
                continue;
            }
            if (conflicts <= 0)
            {
                Backtrack(Math.Min(_levelStarts.Count, assumptions.Length));
                return null;
            }
            int next = NextAssumption(assumptions);
            if (next == False)
                return false;
            if (next == True && !decides)
                return null;
            if (next == True && (next = NextDecision()) == True)
                return true;
            _levelStarts.Add(_trailEnd);
            Assign(next, NoReason);
        }
    }

    /// <summary>The next assumption that is open; the literal true where none is left, false where one is refuted.</summary>
    private int NextAssumption(ReadOnlySpan<int> assumptions)
    {
        while (_levelStarts.Count < assumptions.Length)
        {
            int assumption = assumptions[_levelStarts.Count];
            int value = Value(assumption);
            if (value < 0)
            {
                ExplainRefutation(assumption);
                return False;
            }
            if (value == 0)
                return assumption;
            // It holds already: an empty level keeps the count.
            _levelStarts.Add(_trailEnd);
        }
        return True;
    }

    private int NextDecision()
    {
        while (_trailEnd < _variables && !_order.IsEmpty)
        {
            int variable = _order.Take();
            if (_values[variable] == Unknown)
                return (variable * 2) + (_phases[variable] > 0 ? 0 : 1);
        }
        return True;
    }

    /// <summary>Which of the assumptions made before refute one.</summary>
    private void ExplainRefutation(int assumption)
    {
        Core.Add(assumption);
        if (_levelStarts.Count == 0 || _levels[assumption >> 1] == 0)
            return;
        _seen[assumption >> 1] = true;
        for (int i = _trailEnd - 1; i >= _levelStarts[0]; i--)
        {
            int variable = _trail[i] >> 1;
            if (!_seen[variable])
                continue;
            _seen[variable] = false;
            int reason = _reasons[variable];
            if (reason == NoReason)
            {
                if (_trail[i] != assumption)
                    Core.Add(_trail[i]);
                continue;
            }
            foreach (int literal in _arena.AsSpan(reason + 1, _arena[reason]))
            {
                if (_levels[literal >> 1] > 0 && literal >> 1 != variable)
                    _seen[literal >> 1] = true;
            }
        }
    }

    /// <summary>Makes a clause of a conflict's causes, goes back to where it would have decided something, and decides that.</summary>
    private void Learn(int violated)
    {
        _learnt.Clear();
        _learnt.Add(0);
        int level = _levelStarts.Count, open = 0, at = _trailEnd - 1, literal = -1, reason = violated;
        do
        {
            foreach (int cause in _arena.AsSpan(reason + 1, _arena[reason]))
            {
                int variable = cause >> 1;
                if (cause == literal || _seen[variable] || _levels[variable] == 0)
                    continue;
                _seen[variable] = true;
                _toClear.Add(variable);
                Raise(variable);
                if (_levels[variable] >= level)
                    open++;
                else
                    _learnt.Add(cause);
            }
            while (!_seen[_trail[at] >> 1])
                at--;
            literal = _trail[at--];
            reason = _reasons[literal >> 1];
            _seen[literal >> 1] = false;
        }
        while (--open > 0);
        _learnt[0] = Not(literal);
        Shorten();
        foreach (int variable in _toClear)
            _seen[variable] = false;
        _toClear.Clear();
        _increment *= Decay;
        Conclude();
    }

    // A literal that the others imply directly says nothing new.
    private void Shorten()
    {
        int kept = 1;
        for (int i = 1; i < _learnt.Count; i++)
        {
            int reason = _reasons[_learnt[i] >> 1];
            bool isImplied = reason != NoReason;
            if (isImplied)
            {
                foreach (int cause in _arena.AsSpan(reason + 1, _arena[reason]))
                    isImplied &= cause == Not(_learnt[i]) || _seen[cause >> 1] || _levels[cause >> 1] == 0;
            }
            if (!isImplied)
                _learnt[kept++] = _learnt[i];
        }
        _learnt.RemoveRange(kept, _learnt.Count - kept);
    }

    private void Conclude()
    {
        Span<int> learnt = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_learnt);
        int level = 0;
        for (int i = 1; i < learnt.Length; i++)
        {
            if (_levels[learnt[i] >> 1] <= level)
                continue;
            level = _levels[learnt[i] >> 1];
            (learnt[1], learnt[i]) = (learnt[i], learnt[1]);
        }
        Backtrack(level);
        if (learnt.Length == 1)
        {
            Assign(learnt[0], NoReason);
            return;
        }
        int clause = Store(learnt);
        Watch(clause);
        Assign(learnt[0], clause);
    }

    private void Raise(int variable)
    {
        double[] activity = _order.Activity;
        activity[variable] += _increment;
        if (activity[variable] > LargestActivity)
        {
            for (int i = 0; i < _variables; i++)
                activity[i] /= LargestActivity;
            _increment /= LargestActivity;
        }
        _order.Raised(variable);
    }
}
