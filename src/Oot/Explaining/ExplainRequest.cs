namespace Oot.Explaining;

/// <summary>What a call of <c>oot explain</c> asks for.</summary>
internal sealed record ExplainRequest(IReadOnlyList<string> Symbols, IReadOnlyList<string> Modules, string? Log, string? Kernel, string? Source, string? Configuration, bool Json)
{
    /// <summary>Options that may change though they usually stay.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether every smallest set of lines is shown.</summary>
    public bool ShowsAll { get; init; }

    /// <summary>The file for the smallest set of lines; null: none.</summary>
    public string? Output { get; init; }
}
