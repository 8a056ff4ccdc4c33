namespace Oot.Make.Execution;

/// <summary>Something that a rehearsed make asked has changed: it begins anew.</summary>
internal sealed class RehearsalFailedException : Exception;
