namespace Oot.Kernel.Building;

/// <summary>What a conditional asks: whether a variable (<paramref name="Left"/>) is defined, or whether two texts are equal; nothing is expanded.</summary>
internal readonly record struct MakefileTest(bool IsDefined, bool Negated, string Left, string Right);
