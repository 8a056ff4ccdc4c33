namespace Oot.Explaining;

/// <summary>A name that may have been meant, as JSON.</summary>
internal sealed record NearNameReport(string Name, string Module);
