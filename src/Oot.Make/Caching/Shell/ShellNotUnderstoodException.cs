namespace Oot.Make.Caching.Shell;

/// <summary>A script has something that this reader or the judgement built on it does not follow; nothing is concluded from it.</summary>
internal sealed class ShellNotUnderstoodException(string reason) : Exception(reason);
