namespace Oot.Kernel.Explaining;

/// <summary>Why one target is made.</summary>
/// <param name="Target">Its absolute path.</param>
/// <param name="Reasons">At least one.</param>
public sealed record RebuildExplanation(string Target, IReadOnlyList<RebuildReason> Reasons);
