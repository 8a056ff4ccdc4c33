namespace Oot.Make.Caching;

/// <summary>A command has something that <see cref="CommandJudge"/> does not follow; nothing is concluded from it.</summary>
internal sealed class NotJudgedException(string reason) : Exception(reason);
