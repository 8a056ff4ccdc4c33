namespace Oot.Kernel.Building;

/// <summary>A rule as written, nothing expanded.</summary>
internal sealed record MakefileRule(string Targets, string Prerequisites)
{
    /// <summary>Its recipe's lines.</summary>
    internal List<string> Recipe { get; } = [];
}
