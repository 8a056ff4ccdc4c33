namespace Oot.Kernel.Streamlining;

/// <summary>What a configuration is to be made lean for.</summary>
/// <param name="Tree">The source tree.</param>
/// <param name="Environment">As kbuild sets it; <c>LMC_KEEP</c> names beginnings of Kconfig files whose options all stay, with colons between them.</param>
/// <param name="Version">The tree's version × 1000 + patch level, as <see cref="Kconfig.KconfigDialect"/> has it.</param>
/// <param name="Modules">The text of the list of loaded modules.</param>
/// <param name="Needed">Options that stay besides, with <c>CONFIG_</c>.</param>
/// <param name="BuildsIn">Whether what stays is built in.</param>
public sealed record StreamlineQuestion(string Tree, IReadOnlyList<string> Environment, int Version, string Modules, IReadOnlyCollection<string> Needed, bool BuildsIn);
