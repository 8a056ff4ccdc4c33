namespace Oot.Make.Caching;

/// <summary>All files that a remembered answer depends on, those that its programs consist of included.</summary>
internal sealed record ProbeInputs(HashSet<FileQuestion> Files, bool AsksKernel);
