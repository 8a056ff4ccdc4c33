using Oot.Kconfig.Model;

namespace Oot.Kconfig.Expressions;

/// <summary>
/// All expressions of a tree. An expression is a number; equal expressions have the same one, so that what is computed of one is computed once. 0 is no expression,
/// which counts as <c>y</c>. Operands of <see cref="ExpressionKind.Or"/>, <see cref="ExpressionKind.And"/> and <see cref="ExpressionKind.Not"/> are expressions, those of
/// all others symbols.
/// </summary>
public sealed partial class ExpressionTable
{
    private const int FirstSize = 1 << 16;

    private readonly SymbolTable _symbols;
    private ExpressionKind[] _kinds = new ExpressionKind[FirstSize];
    private int[] _left = new int[FirstSize];
    private int[] _right = new int[FirstSize];
    private int[] _buckets = new int[FirstSize * 2];
    private int _count = 1;

    internal ExpressionTable(SymbolTable symbols) => _symbols = symbols;

    /// <summary>One more than the highest expression.</summary>
    public int Count => _count;

    /// <summary>What an expression is.</summary>
    public ExpressionKind Kind(int expression) => _kinds[expression];

    /// <summary>Its first operand: an expression, or the id of a symbol.</summary>
    public int Left(int expression) => _left[expression];

    /// <summary>Its second operand; 0 where it has one.</summary>
    public int Right(int expression) => _right[expression];

    /// <summary>The symbol that a symbol's expression, or the left side of a comparison, names.</summary>
    public Symbol LeftSymbol(int expression) => _symbols[_left[expression]];

    /// <summary>The symbol on the right side of a comparison or range.</summary>
    public Symbol RightSymbol(int expression) => _symbols[_right[expression]];

    /// <summary>The symbol that an expression is; null when it is another.</summary>
    public Symbol? SymbolOf(int expression) => _kinds[expression] == ExpressionKind.Symbol ? _symbols[_left[expression]] : null;

    /// <summary>Whether it is <c>y</c> or none at all.</summary>
    public bool IsYes(int expression) => expression == 0 || IsConstant(expression, SymbolTable.Yes);

    internal bool IsConstant(int expression, int symbol) => _kinds[expression] == ExpressionKind.Symbol && _left[expression] == symbol;

    internal int Of(Symbol symbol) => Make(ExpressionKind.Symbol, symbol.Id, 0);

    internal int OfSymbol(int symbol) => Make(ExpressionKind.Symbol, symbol, 0);

    internal int Compare(ExpressionKind kind, Symbol left, Symbol right) => Make(kind, left.Id, right.Id);

    internal int Not(int operand) => Make(ExpressionKind.Not, operand, 0);

    /// <summary><c>&amp;&amp;</c>, where no expression changes nothing.</summary>
    internal int And(int left, int right) => left == 0 ? right : right == 0 ? left : Make(ExpressionKind.And, left, right);

    /// <summary><c>||</c>, where no expression changes nothing (and so is not <c>y</c>).</summary>
    internal int Or(int left, int right) => left == 0 ? right : right == 0 ? left : Make(ExpressionKind.Or, left, right);

    internal int Make(ExpressionKind kind, int left, int right)
    {
        uint hash = Hash(kind, left, right);
        int mask = _buckets.Length - 1;
        int slot = (int)hash & mask;
        for (int found = _buckets[slot]; found != 0; found = _buckets[slot])
        {
            if (_kinds[found] == kind && _left[found] == left && _right[found] == right)
                return found;
            slot = (slot + 1) & mask;
        }
        if (_count == _kinds.Length)
        {
            Grow();
            mask = _buckets.Length - 1;
            slot = (int)hash & mask;
            while (_buckets[slot] != 0)
                slot = (slot + 1) & mask;
        }
        int made = _count++;
        (_kinds[made], _left[made], _right[made]) = (kind, left, right);
        _buckets[slot] = made;
        return made;
    }

    private static uint Hash(ExpressionKind kind, int left, int right)
    {
        uint hash = ((uint)kind * 0x9E3779B1) ^ ((uint)left * 0x85EBCA77) ^ ((uint)right * 0xC2B2AE3D);
        return hash ^ (hash >> 15);
    }

    private void Grow()
    {
        Array.Resize(ref _kinds, _count * 2);
        Array.Resize(ref _left, _count * 2);
        Array.Resize(ref _right, _count * 2);
        _buckets = new int[_count * 4];
        int mask = _buckets.Length - 1;
        for (int i = 1; i < _count; i++)
        {
            int slot = (int)Hash(_kinds[i], _left[i], _right[i]) & mask;
            while (_buckets[slot] != 0)
                slot = (slot + 1) & mask;
            _buckets[slot] = i;
        }
    }
}
