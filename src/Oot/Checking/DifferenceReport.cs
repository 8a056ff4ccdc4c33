namespace Oot.Checking;

/// <summary>Where a kernel did otherwise than predicted: <c>result</c>, <c>log</c> (lines) or <c>taint</c>.</summary>
internal sealed record DifferenceReport(string What, string Predicted, string Real);
