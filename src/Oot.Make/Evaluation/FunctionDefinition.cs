using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>A function whose arguments arrive expanded.</summary>
internal delegate void EagerFunction(Expander expander, string[] arguments, StringBuilder output);

/// <summary>A function that expands its arguments itself, or not.</summary>
internal delegate void LazyFunction(Expander expander, CallArgument[] arguments, StringBuilder output);

/// <summary>A function of a text and of words.</summary>
internal delegate void NamesFunction(string first, string[] names, StringBuilder output);

/// <summary>One of make's functions.</summary>
/// <param name="MaximumArguments">Commas beyond belong to the last argument; 0: any number.</param>
internal sealed record FunctionDefinition(string Name, int MinimumArguments, int MaximumArguments, EagerFunction? Eager, LazyFunction? Lazy)
{
    /// <summary>Its arguments are lists of words: blanks around them mean nothing.</summary>
    public bool TakesWords { get; init; }

    /// <summary>The same where the last of two arguments is a list whose words are known one by one; null: there is none.</summary>
    public NamesFunction? OfNames { get; init; }

    /// <summary>A function of expanded arguments.</summary>
    public FunctionDefinition(string name, int minimum, int maximum, EagerFunction eager)
        : this(name, minimum, maximum, eager, null)
    {
    }
}
