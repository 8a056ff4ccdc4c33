namespace Oot.Make.Caching;

/// <summary>A script that does nothing but read files and speak.</summary>
/// <param name="Programs">The programs that it runs.</param>
/// <param name="Files">What it can read besides its operands.</param>
public sealed record ReaderScript(IReadOnlyList<string> Programs, IReadOnlyList<string> Files);
