namespace Oot.Kernel.Provenance;

/// <summary>An option that has to have another value.</summary>
/// <param name="Option">Its name, with <c>CONFIG_</c>.</param>
/// <param name="Values">The values that will do, <c>m</c> before <c>y</c>; <c>n</c> stands for off.</param>
/// <param name="Current">What it is now: <c>n</c> for off; null when no configuration is known.</param>
public sealed record OptionNeed(string Option, IReadOnlyList<string> Values, string? Current)
{
    /// <summary>The need as one line: <c>CONFIG_X=m (or y); now n</c>.</summary>
    public string Text => $"{Option}={Values[0]}{(Values.Count > 1 ? $" (or {string.Join(", ", Values.Skip(1))})" : "")}{(Current is null ? "" : $"; now {Current}")}";
}
