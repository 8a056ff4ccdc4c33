using Oot.Kconfig.Modes;

namespace Oot.Configuring;

/// <summary>What <c>oot config</c> was asked for.</summary>
/// <param name="Mode">A mode of conf.</param>
/// <param name="File">The file of defconfig and savedefconfig; null: the architecture's own, or <c>defconfig</c>.</param>
/// <param name="Source">The kernel source tree.</param>
/// <param name="Variables"><c>NAME=VALUE</c> words.</param>
/// <param name="IsSilent">Whether nothing is said of what was written.</param>
internal sealed record ConfigRequest(ConfMode Mode, string? File, string Source, IReadOnlyList<string> Variables, bool IsSilent)
{
    /// <summary>Not null: the modules that are not loaded are switched off first.</summary>
    public LocalConfigRequest? Local { get; init; }
}
