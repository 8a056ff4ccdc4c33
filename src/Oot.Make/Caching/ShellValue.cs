namespace Oot.Make.Caching;

/// <summary>What is known of an expanded word.</summary>
/// <param name="Text">Its text; null when not known.</param>
/// <param name="IsOneWord">It is exactly one word, whatever its text is.</param>
/// <param name="HasPattern">It has an unquoted wildcard.</param>
/// <param name="CanVanish">It is nothing at all when its text is empty: no quotes were in it.</param>
internal readonly record struct ShellValue(string? Text, bool IsOneWord, bool HasPattern, bool CanVanish);
