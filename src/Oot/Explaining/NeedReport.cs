namespace Oot.Explaining;

/// <summary>An option that has to have another value, as JSON.</summary>
internal sealed record NeedReport(string Option, List<string> Values, string? Now);
