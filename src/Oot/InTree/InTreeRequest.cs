using Oot.Kernel.InTree;

namespace Oot.InTree;

/// <summary>What of the kernel's own tree <c>oot build</c> is asked for.</summary>
/// <param name="Parts">Directories and modules.</param>
/// <param name="Source">A directory with the sources, or <c>debian</c>.</param>
/// <param name="Enabled">Options to turn on.</param>
internal sealed record InTreeRequest(IReadOnlyList<string> Parts, string Source, IReadOnlyList<OptionSetting> Enabled);
