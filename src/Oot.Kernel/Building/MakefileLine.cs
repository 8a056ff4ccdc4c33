namespace Oot.Kernel.Building;

/// <summary>One line of a makefile as make reads it: continued lines joined, the comment gone (a recipe keeps its own). <paramref name="Number"/> is 1-based.</summary>
internal readonly record struct MakefileLine(int Number, string Text, bool IsRecipe);
