namespace Oot.Kernel.Tests.Proving;

/// <summary>What is expected of one kernel.</summary>
/// <param name="Reason">Why the row says nothing of this kernel; null where it does.</param>
/// <param name="Errno">The errno's name; <c>loads</c> for none.</param>
/// <param name="IsOfInit">The errno is what the module's own function returns, which no look at the file can tell: what is predicted is that the kernel takes the module.</param>
/// <param name="Taints">The letters of the new taints; <c>-</c> for none.</param>
/// <param name="Log">The kernel's lines.</param>
internal sealed record LoadResult(string? Reason, string Errno, bool IsOfInit, string Taints, IReadOnlyList<string> Log);
