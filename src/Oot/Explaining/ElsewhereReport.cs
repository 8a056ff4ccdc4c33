namespace Oot.Explaining;

/// <summary>Another version that exports a symbol, as JSON.</summary>
internal sealed record ElsewhereReport(string Version, string File, string Module);
