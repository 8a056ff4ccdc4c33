namespace Oot.Checking;

/// <summary>What <c>oot check --json</c> prints.</summary>
internal sealed record CheckReport(List<CheckedKernelReport> Kernels, List<VerdictReport> Verdicts, List<string> Unreadable);
