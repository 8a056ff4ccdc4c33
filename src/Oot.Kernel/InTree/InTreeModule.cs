using Oot.Make.Symbolic;

namespace Oot.Kernel.InTree;

/// <summary>A module of the kernel's own tree.</summary>
/// <param name="Path">Where it is linked, relative to the tree, without suffix: <c>drivers/input/joydev</c>.</param>
/// <param name="When">When it is built, as its makefile and those that lead to it say.</param>
/// <param name="Directories">The directories of its objects.</param>
internal sealed record InTreeModule(string Path, Condition When, IReadOnlyList<string> Directories)
{
    /// <summary>The name that the kernel knows it by.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..].Replace('-', '_');
}
