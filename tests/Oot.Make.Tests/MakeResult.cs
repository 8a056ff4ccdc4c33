namespace Oot.Make.Tests;

/// <summary>What a make printed and how it ended.</summary>
internal sealed record MakeResult(string Output, string Errors, int Code);
