namespace Oot.Genksyms.Tests.Tables;

/// <summary>The LALR(1) automaton of a grammar, built as the textbooks do: LR(0) states, then what may follow is passed along until nothing changes.</summary>
internal sealed class Automaton
{
    // A token number that stands for "whatever may follow the item itself".
    private const int Own = -1;

    private readonly Grammar _grammar;
    private readonly bool[] _nullable;
    private readonly SortedSet<int>[] _first;
    private readonly Dictionary<string, AutomatonState> _byKernel = [];

    internal List<AutomatonState> States { get; } = [];

    internal Automaton(Grammar grammar)
    {
        _grammar = grammar;
        _nullable = new bool[grammar.Symbols.Count];
        _first = [.. Enumerable.Range(0, grammar.Symbols.Count).Select(symbol => grammar.IsToken(symbol) ? new SortedSet<int> { symbol } : [])];
        FindFirst();
        _ = State([(0, 0)]);
        for (int number = 0; number < States.Count; number++)
            FindSuccessors(States[number]);
        PassFollow();
        foreach (AutomatonState state in States)
            FindFinished(state);
    }

    private void FindFirst()
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (GrammarRule rule in _grammar.Rules)
            {
                int before = _first[rule.Left].Count + (_nullable[rule.Left] ? 1 : 0);
                int empty = rule.Right.TakeWhile(symbol => _nullable[symbol]).Count();
                foreach (int symbol in rule.Right.Take(empty + 1))
                    _first[rule.Left].UnionWith(_first[symbol]);
                _nullable[rule.Left] |= empty == rule.Right.Count;
                changed |= before != _first[rule.Left].Count + (_nullable[rule.Left] ? 1 : 0);
            }
        }
    }

    private AutomatonState State(List<(int Rule, int Position)> kernel)
    {
        kernel.Sort();
        string key = string.Join(' ', kernel);
        if (!_byKernel.TryGetValue(key, out AutomatonState? state))
        {
            state = new AutomatonState(States.Count, kernel);
            _byKernel.Add(key, state);
            States.Add(state);
        }
        return state;
    }

    private void FindSuccessors(AutomatonState state)
    {
        var bySymbol = new SortedDictionary<int, List<(int, int)>>();
        foreach ((int rule, int position) in Closure([.. state.Kernel.Select(item => (item.Rule, item.Position, new SortedSet<int>()))]).Keys)
        {
            IReadOnlyList<int> right = _grammar.Rules[rule].Right;
            if (position == right.Count)
                continue;
            if (!bySymbol.TryGetValue(right[position], out List<(int, int)>? items))
                bySymbol.Add(right[position], items = []);
            items.Add((rule, position + 1));
        }
        foreach ((int symbol, List<(int, int)> items) in bySymbol)
            state.Next[symbol] = State(items).Number;
    }

    /// <summary>All items of a state, with what may follow each.</summary>
    private Dictionary<(int Rule, int Position), SortedSet<int>> Closure(List<(int Rule, int Position, SortedSet<int> Follow)> kernel)
    {
        Dictionary<(int Rule, int Position), SortedSet<int>> items = [];
        Queue<(int Rule, int Position)> open = [];
        foreach ((int rule, int position, SortedSet<int> follow) in kernel)
        {
            items[(rule, position)] = [.. follow];
            open.Enqueue((rule, position));
        }
        while (open.TryDequeue(out (int Rule, int Position) item))
        {
            IReadOnlyList<int> right = _grammar.Rules[item.Rule].Right;
            if (item.Position == right.Count || _grammar.IsToken(right[item.Position]))
                continue;
            SortedSet<int> after = [];
            int position = item.Position + 1;
            for (; position < right.Count; position++)
            {
                after.UnionWith(_first[right[position]]);
                if (!_nullable[right[position]])
                    break;
            }
            if (position == right.Count)
                after.UnionWith(items[item]);
            for (int rule = 0; rule < _grammar.Rules.Count; rule++)
            {
                if (_grammar.Rules[rule].Left != right[item.Position])
                    continue;
                bool isNew = items.TryAdd((rule, 0), []);
                int before = items[(rule, 0)].Count;
                items[(rule, 0)].UnionWith(after);
                if (isNew || before != items[(rule, 0)].Count)
                    open.Enqueue((rule, 0));
            }
        }
        return items;
    }

    private void PassFollow()
    {
        List<(SortedSet<int> From, SortedSet<int> To)> passes = [];
        foreach (AutomatonState state in States)
        {
            for (int index = 0; index < state.Kernel.Count; index++)
            {
                (int kernelRule, int kernelPosition) = state.Kernel[index];
                foreach (((int rule, int position), SortedSet<int> follow) in Closure([(kernelRule, kernelPosition, [Own])]))
                {
                    IReadOnlyList<int> right = _grammar.Rules[rule].Right;
                    if (position == right.Count)
                        continue;
                    AutomatonState next = States[state.Next[right[position]]];
                    SortedSet<int> target = next.Follow[next.Kernel.ToList().IndexOf((rule, position + 1))];
                    target.UnionWith(follow.Where(token => token != Own));
                    if (follow.Contains(Own))
                        passes.Add((state.Follow[index], target));
                }
            }
        }
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach ((SortedSet<int> from, SortedSet<int> to) in passes)
            {
                int before = to.Count;
                to.UnionWith(from);
                changed |= before != to.Count;
            }
        }
    }

    private void FindFinished(AutomatonState state)
    {
        var kernel = state.Kernel.Select((item, index) => (item.Rule, item.Position, state.Follow[index])).ToList();
        foreach (((int rule, int position), SortedSet<int> follow) in Closure(kernel))
            if (position == _grammar.Rules[rule].Right.Count)
                state.Finished[rule] = follow;
    }
}
