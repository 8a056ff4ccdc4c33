using System.Text.Json.Serialization;

namespace Oot.Kernel.Explaining;

/// <summary>One reason for which a target is made.</summary>
/// <param name="Kind">Which.</param>
public sealed record RebuildReason(RebuildKind Kind)
{
    /// <summary>Absolute paths of the files that it is about, or names of options; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Words of the new command that the old one lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Added { get; init; }

    /// <summary>Words of the old command that the new one lacks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Removed { get; init; }
}
