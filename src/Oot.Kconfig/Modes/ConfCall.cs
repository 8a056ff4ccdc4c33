namespace Oot.Kconfig.Modes;

/// <summary>A call of conf.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Top">The top Kconfig file.</param>
/// <param name="File">The file that defconfig and savedefconfig need; null for others.</param>
/// <param name="IsSilent">Whether nothing is said of what was written.</param>
public sealed record ConfCall(ConfMode Mode, string Top, string? File = null, bool IsSilent = false);
