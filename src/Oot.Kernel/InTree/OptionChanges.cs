namespace Oot.Kernel.InTree;

/// <summary>What comes on with options that are turned on.</summary>
/// <param name="Settings">Every option that the kernel has not, the ones asked for included.</param>
/// <param name="Others">Those of them that were not asked for: needed, selected, or with a value now.</param>
/// <param name="Contradicted">Options that the kernel has with another value; they stay as the kernel has them.</param>
/// <param name="IsStudied">Whether the Kconfig files could be read; otherwise there is only what was asked for.</param>
public sealed record OptionChanges(IReadOnlyList<OptionSetting> Settings, IReadOnlyList<OptionSetting> Others, IReadOnlyList<OptionSetting> Contradicted, bool IsStudied);
