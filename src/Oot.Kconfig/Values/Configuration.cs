using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Values;

/// <summary>
/// One set of values for a tree: what the user gave, and what follows from it. Values are computed when they are asked for and kept until something changes, in the order in
/// which conf computes them, since its warnings come in that order (kernel 5.10 to 7.x, scripts/kconfig/symbol.c).
/// </summary>
public sealed partial class Configuration
{
    private readonly KconfigSession _session;
    private readonly SymbolTable _symbols;
    private readonly ExpressionTable _expressions;

    // By symbol.
    private readonly Tristate[] _userValues;
    private readonly string?[] _userTexts;
    private readonly bool[] _hasUserValue;
    private readonly Tristate[] _values;
    private readonly string?[] _texts;
    private readonly bool[] _isValid;
    private readonly bool[] _isWritten;
    private readonly Tristate[] _visibility;
    private readonly Tristate[] _direct;
    private readonly Tristate[] _reverse;
    private readonly Tristate[] _implied;

    // By property, and by expression: the value and one more, 0 where it is not known.
    private readonly Tristate[] _conditions;
    private byte[] _expressionValues;

    private readonly Dictionary<Symbol, List<Symbol>> _members = [];
    private Tristate _modulesValue;

    internal Configuration(KconfigTree tree, KconfigSession session)
    {
        Tree = tree;
        _session = session;
        _symbols = tree.Symbols;
        _expressions = tree.Expressions;
        int count = _symbols.Count;
        (_userValues, _userTexts, _hasUserValue) = (new Tristate[count], new string?[count], new bool[count]);
        (_values, _texts, _isValid, _isWritten) = (new Tristate[count], new string?[count], new bool[count], new bool[count]);
        (_visibility, _direct, _reverse, _implied) = (new Tristate[count], new Tristate[count], new Tristate[count], new Tristate[count]);
        _conditions = new Tristate[tree.PropertyCount];
        _expressionValues = new byte[_expressions.Count];
        for (int i = SymbolTable.No; i <= SymbolTable.Yes; i++)
            (_values[i], _texts[i], _isValid[i]) = ((Tristate)i, _symbols[i].Name, true);
        foreach (Symbol symbol in _symbols.All)
        {
            if (symbol.IsChoice)
                _members[symbol] = [.. symbol.Members];
        }
        if (tree.Dialect.HasOldChoices)
            (_chosen, _userChoice, _needsMembers) = (new Symbol?[count], new Symbol?[count], new bool[count]);
    }

    /// <summary>What the values are for.</summary>
    public KconfigTree Tree { get; }

    /// <summary>Whether there is something to write that the file that was read has not.</summary>
    public bool IsChanged { get; internal set; }

    /// <summary>How many symbols are selected though what they depend on is not met.</summary>
    public int UnmetCount { get; private set; }

    /// <summary>How many symbols there are of which that holds now.</summary>
    internal int UnmetSymbols
    {
        get
        {
            int count = 0;
            foreach (Symbol symbol in _symbols.All)
            {
                if (!symbol.IsConstant && symbol.Type.IsLogical() && !symbol.IsChoiceMember && symbol.ReverseDependency != 0)
                {
                    Calculate(symbol);
                    count += _direct[symbol.Id] < _reverse[symbol.Id] ? 1 : 0;
                }
            }
            return count;
        }
    }

    /// <summary>The value of a bool or tristate; <c>n</c> for others.</summary>
    public Tristate ValueOf(Symbol symbol)
    {
        Calculate(symbol);
        return _values[symbol.Id];
    }

    /// <summary>The value as text, as a file has it without quotes.</summary>
    public string TextOf(Symbol symbol)
    {
        Calculate(symbol);
        return KnownText(symbol) ?? "";
    }

    /// <summary>Whether a file of the configuration has a line for it.</summary>
    public bool IsWritten(Symbol symbol)
    {
        Calculate(symbol);
        return _isWritten[symbol.Id];
    }

    /// <summary>How far the user can raise it: the best of its prompts' conditions.</summary>
    public Tristate VisibilityOf(Symbol symbol)
    {
        Calculate(symbol);
        return _visibility[symbol.Id];
    }

    /// <summary>Whether the user gave a value.</summary>
    public bool HasUserValue(Symbol symbol) => _hasUserValue[symbol.Id];

    /// <summary>The value that the user gave to a bool or tristate.</summary>
    public Tristate UserValueOf(Symbol symbol) => _userValues[symbol.Id];

    /// <summary>What the user gave, as text.</summary>
    internal string? UserTextOf(Symbol symbol) => symbol.Type.IsLogical() ? TextValues.Text(_userValues[symbol.Id]) : _userTexts[symbol.Id];

    internal Tristate ReverseOf(Symbol symbol) => _reverse[symbol.Id];

    /// <summary>The value as text if it has been computed, what it was before otherwise.</summary>
    private string? KnownText(Symbol symbol) => symbol.Type.IsLogical() ? TextValues.Text(_values[symbol.Id]) : _texts[symbol.Id];

    /// <summary>The condition of a prompt as it was when its symbol was computed.</summary>
    internal Tristate ConditionOf(Property prompt) => _conditions[prompt.Id];

    /// <summary>The value as it is known now, as messages show it.</summary>
    internal string PresentText(Symbol symbol) => KnownText(symbol) ?? "(null)";

    /// <summary>The type as it counts: without modules a tristate is a bool.</summary>
    internal SymbolType TypeOf(Symbol symbol)
    {
        if (symbol.Type != SymbolType.Tristate)
            return symbol.Type;
        bool isWholeMember = Tree.Dialect.HasOldChoices && symbol.IsChoiceMember && _visibility[symbol.Id] == Tristate.Yes;
        return isWholeMember || _modulesValue == Tristate.No ? SymbolType.Boolean : SymbolType.Tristate;
    }

    /// <summary>Everything has to be computed again.</summary>
    internal void Invalidate()
    {
        ForgetValues();
        IsChanged = true;
        Calculate(Tree.Modules);
    }

    /// <summary>Another configuration with the same values given by the user, of which nothing is told.</summary>
    internal Configuration Copy()
    {
        var copy = new Configuration(Tree, new KconfigSession(_session.Disk, _session.Environment, _session.Commands));
        _userValues.CopyTo(copy._userValues, 0);
        _userTexts.CopyTo(copy._userTexts, 0);
        _hasUserValue.CopyTo(copy._hasUserValue, 0);
        _userChoice?.CopyTo(copy._userChoice!, 0);
        foreach ((Symbol choice, List<Symbol> members) in _members)
            copy._members[choice] = [.. members];
        return copy;
    }

    /// <summary>Everything is computed again in the order of conf's table.</summary>
    internal void Recalculate()
    {
        ForgetValues();
        Calculate(Tree.Modules);
        foreach (Symbol symbol in _symbols.InProgramOrder)
            Calculate(symbol);
    }

    internal void ForgetValues()
    {
        Array.Clear(_isValid);
        _isValid.AsSpan(0, SymbolTable.Yes + 1).Fill(true);
        ForgetExpressions();
    }

    private void ForgetExpressions() => Array.Clear(_expressionValues);

    /// <summary>The value of an expression; <c>y</c> for none.</summary>
    public Tristate Evaluate(int e)
    {
        if (e == 0)
            return Tristate.Yes;
        if (e >= _expressionValues.Length)
            Array.Resize(ref _expressionValues, _expressions.Count);
        if (_expressionValues[e] is var known and > 0)
            return (Tristate)(known - 1);
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        Tristate value = EvaluateOnce(e);
        _expressionValues[e] = (byte)(value + 1);
        return value;
    }

    // Both operands are computed in any case: that makes the order of warnings.
    private Tristate EvaluateOnce(int e)
    {
        switch (_expressions.Kind(e))
        {
            case ExpressionKind.Symbol:
                Symbol symbol = _expressions.LeftSymbol(e);
                Calculate(symbol);
                return _values[symbol.Id];
            case ExpressionKind.And:
                Tristate first = Evaluate(_expressions.Left(e));
                Tristate second = Evaluate(_expressions.Right(e));
                return first < second ? first : second;
            case ExpressionKind.Or:
                first = Evaluate(_expressions.Left(e));
                second = Evaluate(_expressions.Right(e));
                return first > second ? first : second;
            case ExpressionKind.Not:
                return Tristate.Yes - (byte)Evaluate(_expressions.Left(e));
            case ExpressionKind.Range or ExpressionKind.None:
                return Tristate.No;
            default:
                return EvaluateComparison(e) ? Tristate.Yes : Tristate.No;
        }
    }

    private bool EvaluateComparison(int e)
    {
        Symbol left = _expressions.LeftSymbol(e);
        Symbol right = _expressions.RightSymbol(e);
        Calculate(left);
        Calculate(right);
        int order = Comparison.Of(KnownText(left) ?? "", left.Type, KnownText(right) ?? "", right.Type);
        return _expressions.Kind(e) switch
        {
            ExpressionKind.Equal => order == 0,
            ExpressionKind.Unequal => order != 0,
            ExpressionKind.Less => order < 0,
            ExpressionKind.LessOrEqual => order <= 0,
            ExpressionKind.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static Tristate Least(Tristate a, Tristate b) => a < b ? a : b;

    private static Tristate Most(Tristate a, Tristate b) => a > b ? a : b;
}
