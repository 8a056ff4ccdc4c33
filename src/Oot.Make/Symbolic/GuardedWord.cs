namespace Oot.Make.Symbolic;

/// <summary>A word that a text has under a condition.</summary>
public readonly record struct GuardedWord(Condition When, string Word);
