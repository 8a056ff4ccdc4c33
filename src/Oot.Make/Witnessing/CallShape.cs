namespace Oot.Make.Witnessing;

/// <summary>Where a system call has what: indices of its arguments, −1 for what it has not.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Directory">A directory's descriptor that the path is relative to; for calls without path the descriptor itself.</param>
/// <param name="Path">A pointer to a path.</param>
/// <param name="Extra">Flags; for calls of two names, the second path, whose directory (if any) comes before it.</param>
internal readonly record struct CallShape(CallEffect Effect, sbyte Directory = -1, sbyte Path = -1, sbyte Extra = -1);
