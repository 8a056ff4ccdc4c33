namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Where a function's body begins, behind its brace, and the location there.</summary>
internal readonly record struct SkippedBody(int Start, int Line, byte[]? File, bool InSource);
