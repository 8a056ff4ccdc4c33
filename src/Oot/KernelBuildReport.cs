using System.Text.Json.Serialization;
using Oot.Kernel.Explaining;

namespace Oot;

/// <summary>One kernel's part of a build as <c>--json</c> shows it.</summary>
internal sealed record KernelBuildReport(string Release, string Tree, string Way, int ExitCode, IReadOnlyList<ModuleReport> Modules, string? Error)
{
    /// <summary>Why each file was made; null where nobody asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RebuildExplanation>? Explanations { get; init; }
}
