namespace Oot.Kernel.Builds;

/// <summary>Who is started to build a directory.</summary>
public enum BuildMethod
{
    /// <summary>kbuild itself: <c>make -C KERNEL M=DIRECTORY</c>.</summary>
    Kbuild,

    /// <summary>The directory's own makefile, which calls kbuild.</summary>
    Makefile,
}
