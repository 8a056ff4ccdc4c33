namespace Oot.Make.Caching;

/// <summary>One kind of remembered things.</summary>
/// <param name="Name">The directory's name: <c>runs</c>, <c>probes</c>, <c>maps</c> and so on.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Bytes">How much they take together, in bytes.</param>
/// <param name="Damaged">How many of them are of no use: not whole, or not this user's alone.</param>
public sealed record CacheKind(string Name, int Count, long Bytes, int Damaged);
