namespace Oot.Make.Syntax;

/// <summary>A text with references, parsed once and expanded as often as needed.</summary>
/// <param name="Parts">What the text is made of, in order.</param>
internal sealed record Expression(ExpressionPart[] Parts)
{
    /// <summary>The expression of the empty text.</summary>
    public static readonly Expression Empty = new([]);

    /// <summary>The text itself where nothing in it needs expansion, else null.</summary>
    public string? Constant => Parts switch
    {
        [] => "",
        [ExpressionPart.Literal literal] => literal.Text,
        _ => null,
    };
}

/// <summary>The closed family of an expression's parts.</summary>
internal abstract record ExpressionPart
{
    private ExpressionPart()
    {
    }

    /// <summary>Text that stands for itself.</summary>
    public sealed record Literal(string Text) : ExpressionPart;

    /// <summary>A variable whose name is known: <c>$x</c>, <c>$(name)</c>.</summary>
    public sealed record Reference(string Name) : ExpressionPart;

    /// <summary>A substitution reference with a fixed text: <c>$(name:a=b)</c>.</summary>
    public sealed record Substitution(string Name, string Pattern, string Replacement) : ExpressionPart;

    /// <summary>A reference whose name contains references: only after expanding it is it known what it is.</summary>
    public sealed record Computed(Expression Text) : ExpressionPart;

    /// <summary>A function call.</summary>
    public sealed record Call(string Name, CallArgument[] Arguments) : ExpressionPart;

    /// <summary>A reference or call whose closing parenthesis is missing: an error when it is expanded.</summary>
    /// <param name="Function">The function's name, or null for a variable.</param>
    /// <param name="Close">The missing character.</param>
    public sealed record Unterminated(string? Function, char Close) : ExpressionPart;
}

/// <summary>An argument as it was written, parsed on first use.</summary>
internal sealed class CallArgument(string text)
{
    private Expression? _expression, _words;

    /// <summary>The argument's text.</summary>
    public string Text { get; } = text;

    /// <summary>The argument parsed.</summary>
    public Expression Expression => _expression ??= ExpressionParser.Parse(Text);

    /// <summary>As <see cref="Expression"/>, where only words count: without the blank that people write after a comma, a variable's long list is not copied.</summary>
    public Expression Words => _words ??= ExpressionParser.Parse(Text.TrimStart(' ', '\t'));
}
