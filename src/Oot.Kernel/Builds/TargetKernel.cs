namespace Oot.Kernel.Builds;

/// <summary>The kernel that a build is for: its tree as named, the same with links resolved, and its release.</summary>
public sealed record TargetKernel(string Directory, string RealDirectory, string Release);
