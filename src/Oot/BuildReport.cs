namespace Oot;

/// <summary>A build as <c>--json</c> shows it.</summary>
internal sealed record BuildReport(string Directory, IReadOnlyList<KernelBuildReport> Kernels);
