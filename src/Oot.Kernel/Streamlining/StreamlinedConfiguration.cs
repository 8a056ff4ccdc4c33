namespace Oot.Kernel.Streamlining;

/// <summary>A configuration with the modules that are wanted.</summary>
/// <param name="Text">The <c>.config</c>, before Kconfig has its say.</param>
/// <param name="UnknownModules">Modules that no makefile of the tree names.</param>
/// <param name="Lost">Modules whose options are all off in the configuration, each with those.</param>
/// <param name="Unselected">Options without a prompt that nothing in the configuration selects, without <c>CONFIG_</c>.</param>
/// <param name="Remarks">What was changed besides, in words.</param>
public sealed record StreamlinedConfiguration(
    string Text, IReadOnlyList<string> UnknownModules, IReadOnlyList<(string Module, IReadOnlyList<string> Options)> Lost, IReadOnlyList<string> Unselected, IReadOnlyList<string> Remarks);
