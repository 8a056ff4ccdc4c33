namespace Oot.Kernel.Loading;

/// <summary>Something known of a kernel, and the file that says so. What is not known is null where a fact is wanted.</summary>
public sealed record Fact<T>(T Value, string Source);
