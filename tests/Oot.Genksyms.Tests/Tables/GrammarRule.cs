namespace Oot.Genksyms.Tests.Tables;

/// <summary>A rule of a <see cref="Grammar"/>: symbol numbers, and what is done when it has been read.</summary>
internal sealed record GrammarRule(int Left, IReadOnlyList<int> Right, string Action);
