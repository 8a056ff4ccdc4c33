namespace Oot.Make.Caching.Objects;

/// <summary>What a compiler has made.</summary>
/// <param name="List">The list of what it has read, a rule; byte text.</param>
/// <param name="Code">The object file; byte text.</param>
internal sealed record MadeObject(string List, string Code);
