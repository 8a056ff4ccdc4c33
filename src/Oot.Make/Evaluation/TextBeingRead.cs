using System.Text;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>One makefile, or one evaluated text, while it is read.</summary>
internal sealed class TextBeingRead(MakefileLines lines, LocationCursor cursor, bool setsGoal, ConditionalStack conditionals, char recipePrefix)
{
    private StringBuilder? _recipe;

    /// <summary>Where lines come from.</summary>
    public MakefileLines Lines { get; } = lines;

    /// <summary>The line that is being interpreted.</summary>
    public LocationCursor Cursor { get; } = cursor;

    /// <summary>Whether a rule here may become the default goal.</summary>
    public bool SetsGoal { get; } = setsGoal;

    /// <summary>Open conditionals.</summary>
    public ConditionalStack Conditionals { get; } = conditionals;

    /// <summary>How many plain assignments there have been.</summary>
    public int PlainAssignments { get; set; }

    /// <summary>How many physical lines the current logical one has.</summary>
    public int LinesToSkip { get; set; }

    /// <summary>The rule whose recipe lines may follow, or null.</summary>
    public ReadRule? Rule { get; set; }

    /// <summary>After a rule without targets: its recipe is skipped.</summary>
    public bool IgnoresRecipe { get; set; }

    /// <summary>Inside a <c>define</c> that a conditional skips.</summary>
    public bool IsInIgnoredDefine { get; set; }

    /// <summary>The line on which the recipe begins.</summary>
    public int RecipeLine { get; private set; } = 1;

    /// <summary>The recipe prefix when the rule was read.</summary>
    public char RecipePrefix { get; set; } = recipePrefix;

    /// <summary>Adds a line to the rule's recipe.</summary>
    public void AddRecipeLine(ReadOnlySpan<char> line)
    {
        if (_recipe is null)
        {
            _recipe = new StringBuilder();
            RecipeLine = Cursor.Line;
        }
        _recipe.Append(line).Append('\n');
    }

    /// <summary>The recipe collected, or null; collecting begins anew.</summary>
    public string? TakeRecipe()
    {
        string? recipe = _recipe?.ToString();
        _recipe = null;
        return recipe;
    }
}
