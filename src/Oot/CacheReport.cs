using Oot.Make.Caching;

namespace Oot;

/// <summary>What is remembered, as <c>--json</c> shows it.</summary>
internal sealed record CacheReport(string Directory, bool Used, long Bytes, IReadOnlyList<CacheKind> Kinds);
