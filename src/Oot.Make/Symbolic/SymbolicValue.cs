using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>A part of a variable: what one assignment gave it.</summary>
/// <param name="When">When the assignment counts.</param>
/// <param name="Text">What is expanded on each use; null for a simple variable.</param>
/// <param name="Words">What was expanded at the assignment; null for a recursive variable.</param>
internal readonly record struct SymbolicValue(Condition When, Expression? Text, List<GuardedWord>? Words);
