namespace Oot.Explaining;

/// <summary>What a call of <c>oot explain</c> asks for.</summary>
internal sealed record ExplainRequest(IReadOnlyList<string> Symbols, IReadOnlyList<string> Modules, string? Log, string? Kernel, string? Source, string? Configuration, bool Json);
