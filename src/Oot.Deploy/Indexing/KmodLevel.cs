namespace Oot.Deploy.Indexing;

/// <summary>The kmod whose files and words are wanted. Three kinds differ: up to 32, 33, and from 34 on.</summary>
/// <param name="Number">kmod's version: 30, 33, 34.</param>
public readonly record struct KmodLevel(int Number)
{
    /// <summary>There is <c>modules.weakdep</c>.</summary>
    public bool HasWeakDependencies => Number >= 33;

    /// <summary>A binary index has a node before its children, the root at its beginning; otherwise children come first and the root is the last.</summary>
    public bool PutsRootFirst => Number >= 34;

    /// <summary>Of two equal lines in <c>modules.order</c> the first counts.</summary>
    internal bool CountsFirstLine => Number >= 33;

    /// <summary>There are <c>--moduledir</c> and <c>--outdir</c>.</summary>
    public bool HasDirectories => Number >= 33;

    /// <summary>Where depmod.d is looked for: a file in an earlier directory hides those of its name in later ones.</summary>
    public IReadOnlyList<string> ConfigurationDirectories => Number >= 33
        ? ["/etc/depmod.d", "/run/depmod.d", "/usr/local/lib/depmod.d", "/usr/lib/depmod.d", "/lib/depmod.d"]
        : ["/etc/depmod.d", "/run/depmod.d", "/usr/local/lib/depmod.d", "/lib/depmod.d"];
}
