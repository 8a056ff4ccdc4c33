namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Runs a grammar's automaton as bison's parsers run theirs: where no token decides none is read, an error takes states back
/// to one that can shift <c>error</c>, and until three tokens have been shifted no further error is told (bison 3.8's
/// manual, "Error Recovery").
/// </summary>
internal sealed class DeclarationParser(TokenReader tokens, Declarations declarations, Report report)
{
    /// <summary>No deeper than bison's stack gets.</summary>
    private const int DeepestStack = 10000;

    private const int TokensUntilTold = 3;

    private short[] _states = new short[200];
    private int[] _values = new int[200];
    private int _top;
    private int _quiet;
    private Terminal? _lookahead;

    /// <summary>Reads the source to its end, or to an error that nothing recovers from.</summary>
    internal void Parse(ParserTables tables)
    {
        int state = 0;
        while (state != tables.Final)
        {
            int row = tables.Rows[state];
            int action = row;
            if (row >= 0)
            {
                Terminal token = _lookahead ??= tokens.Next();
                action = tables.Actions[row + (int)token];
            }
            int next = action switch
            {
                > 0 => Shift(action),
                < 0 => Reduce(tables, -action),
                _ => Recover(tables),
            };
            if (next < 0)
                return;
            state = next;
        }
    }

    private int Shift(int state)
    {
        if (_quiet > 0)
            _quiet--;
        _lookahead = null;
        return Push(state, tokens.Value);
    }

    private int Push(int state, int value)
    {
        if (++_top >= _states.Length && !Grow())
            return -1;
        _states[_top] = (short)state;
        _values[_top] = value;
        // The last place of the deepest stack stays unused.
        if (_top < DeepestStack - 1)
            return state;
        report.TooDeep();
        return -1;
    }

    private bool Grow()
    {
        int size = Math.Min(2 * _states.Length, DeepestStack);
        Array.Resize(ref _states, size);
        Array.Resize(ref _values, size);
        return _top < size;
    }

    private int Reduce(ParserTables tables, int rule)
    {
        int length = tables.Lengths[rule];
        int first = _top - length + 1;
        if (!declarations.Reduce((Reduction)tables.Reductions[rule], _values.AsSpan(first, length), _lookahead is null, out int value))
        {
            // What the action refuses is an error that it has told of itself.
            _top -= length;
            return TakeBack(tables);
        }
        TypeHint hint = (TypeHint)tables.Hints[rule];
        if (hint != TypeHint.None)
            tokens.TypesForbidden = hint == TypeHint.Forbid;
        _top -= length;
        return Push(tables.Gotos[tables.GotoRows[_states[_top]] + tables.Lefts[rule]], value);
    }

    private int Recover(ParserTables tables)
    {
        if (_lookahead == Terminal.BracePhrase)
            tokens.ListSkippedBody();
        if (_quiet == 0)
            report.SyntaxError();
        if (_quiet == TokensUntilTold)
        {
            if (_lookahead == Terminal.End)
                return -1;
            _lookahead = null;
        }
        return TakeBack(tables);
    }

    private int TakeBack(ParserTables tables)
    {
        _quiet = TokensUntilTold;
        while (true)
        {
            int row = tables.Rows[_states[_top]];
            int action = row < 0 ? 0 : tables.Actions[row + (int)Terminal.Error];
            if (action > 0)
                return Push(action, tokens.Value);
            if (_top == 0)
                return -1;
            _top--;
        }
    }
}
