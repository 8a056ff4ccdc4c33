namespace Oot.Kernel.Loading;

/// <summary>A line that the kernel writes into its log, without the time.</summary>
/// <param name="Text">The line.</param>
/// <param name="Occasion">When it is written.</param>
public readonly record struct LoadLine(string Text, LineOccasion Occasion);
