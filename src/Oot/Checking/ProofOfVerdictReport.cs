namespace Oot.Checking;

/// <summary>What a booted kernel did with a module. <c>Proven</c>: just what was predicted. An errno is null where it was not tried, or did not return.</summary>
internal sealed record ProofOfVerdictReport(
    bool Proven, bool Tried, bool FailsByItself, int? Errno, string? ErrnoName, string Taints, List<string> PredictedLog, List<string> Log, List<DifferenceReport> Differences);
