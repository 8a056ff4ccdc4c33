using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary>A recipe below its rule or target.</summary>
internal static class RecipePart
{
    /// <summary>Writes where it is from, and each logical line after the recipe prefix.</summary>
    public static void Print(Recipe recipe, char prefix, DatabaseText text)
    {
        text.Add("#  recipe to execute");
        text.Line(recipe.Location.IsKnown ? $" (from '{recipe.Location.File}', line {recipe.Location.Line}):" : " (built-in):");
        foreach (string line in recipe.LogicalLines())
            text.Line(prefix + line);
    }
}
