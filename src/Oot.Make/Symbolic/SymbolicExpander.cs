using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>Expressions to words under conditions. A free variable's value is each of its values, under the condition that it has it.</summary>
internal sealed class SymbolicExpander(SymbolicVariables variables, FreeVariables free, SymbolicFunctions functions)
{
    // Far beyond what a makefile of a kernel needs; one that doubles a value again and again ends here.
    private const int DeepestNesting = 80, MostSteps = 1_000_000, MostWords = 200_000;

    private int _depth;
    private int _steps;

    /// <summary>Expands a text.</summary>
    public List<GuardedWord> Expand(string text) => Expand(ExpressionParser.Parse(text));

    /// <summary>Expands an expression.</summary>
    public List<GuardedWord> Expand(Expression expression)
    {
        if (expression.Parts is [ExpressionPart.Reference reference])
            return ValueOf(reference.Name);
        if (IsTooMuch())
            return SymbolicText.Unknown("too much");
        _depth++;
        var assembly = new WordAssembly();
        foreach (ExpressionPart part in expression.Parts)
            Append(assembly, part);
        _depth--;
        return assembly.Finish();
    }

    /// <summary>The words of a variable.</summary>
    public List<GuardedWord> ValueOf(string name)
    {
        if (variables.FindLocal(name) is { } local)
            return local;
        if (variables.Find(name) is not { } values)
            return free.Find(name) is { } variable ? ValuesOf(variable) : [];
        if (IsTooMuch())
            return SymbolicText.Unknown("too much");
        _depth++;
        var result = new List<GuardedWord>();
        foreach (SymbolicValue value in values.ToArray())
            SymbolicText.AddUnder(result, value.When, value.Words ?? Expand(value.Text!));
        _depth--;
        return result.Count > MostWords ? SymbolicText.Unknown("too many words") : result;
    }

    private bool IsTooMuch() => _depth >= DeepestNesting || ++_steps > MostSteps;

    /// <summary>When a variable has a value that is not empty, as <c>ifdef</c> asks.</summary>
    public Condition IsDefined(string name)
    {
        if (variables.Find(name) is not { } values)
            return free.Find(name) is { } variable ? Condition.Of(variable, variable.MaskOf(value => value.Length > 0)) : Condition.False;
        Condition result = Condition.False;
        foreach (SymbolicValue value in values)
            result = result.Or(value.Text is { } text ? (text.Parts.Length > 0 ? value.When : Condition.False) : value.When.And(SymbolicText.IsNotEmpty(value.Words!)));
        return result;
    }

    /// <summary>When two texts are the same.</summary>
    public Condition AreEqual(string first, string second)
    {
        Expression left = ExpressionParser.Parse(first), right = ExpressionParser.Parse(second);
        if (IsOther(left, right) is { } other)
            return other;
        if (SymbolicText.Texts(Expand(left)) is not { } lefts || SymbolicText.Texts(Expand(right)) is not { } rights)
            return Condition.Unknown($"{first.Trim()} is {second.Trim()}");
        Condition result = Condition.False;
        foreach (GuardedWord one in lefts)
            foreach (GuardedWord two in rights)
                if (one.Word == two.Word)
                    result = result.Or(one.When.And(two.When));
        return result;
    }

    /// <summary>A free variable compared with a text that is none of the values it was given: such as an option that is a number.</summary>
    private Condition? IsOther(Expression left, Expression right)
    {
        (Expression reference, Expression constant) = right.Constant is null ? (right, left) : (left, right);
        return constant.Constant?.Trim() is { Length: > 0 } value && reference.Parts is [ExpressionPart.Reference { Name: var name }]
            && variables.Find(name) is null && variables.FindLocal(name) is null && free.Find(name) is { } variable && Array.IndexOf(variable.Values, value) < 0
            ? Condition.Of(new FreeVariable($"{name}={value}", FreeVariables.YesOrNo), 2)
            : null;
    }

    private static List<GuardedWord> ValuesOf(FreeVariable variable)
    {
        var result = new List<GuardedWord>();
        for (int i = 0; i < variable.Values.Length; i++)
            if (variable.Values[i].Length > 0)
                result.Add(new GuardedWord(Condition.Of(variable, 1u << i), variable.Values[i]));
        return result;
    }

    private void Append(WordAssembly assembly, ExpressionPart part)
    {
        switch (part)
        {
            case ExpressionPart.Literal literal:
                assembly.Append(literal.Text);
                break;
            case ExpressionPart.Reference reference:
                assembly.Append(ValueOf(reference.Name));
                break;
            case ExpressionPart.Substitution substitution:
                assembly.Append(functions.ByWord("patsubst", [Pattern(substitution.Pattern, substitution), Pattern(substitution.Replacement, substitution)], ValueOf(substitution.Name)));
                break;
            case ExpressionPart.Computed computed:
                foreach (GuardedWord name in Expand(computed.Text))
                {
                    var value = new List<GuardedWord>();
                    var inner = new WordAssembly();
                    Append(inner, ExpressionParser.NameReference(name.Word));
                    SymbolicText.AddUnder(value, name.When, inner.Finish());
                    assembly.Append(value);
                }
                break;
            case ExpressionPart.Call call:
                assembly.Append(functions.Call(this, variables, call));
                break;
        }
    }

    private static string Pattern(string text, ExpressionPart.Substitution substitution) => substitution.Pattern.Contains('%') ? text : "%" + text;
}
