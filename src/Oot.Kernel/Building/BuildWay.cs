namespace Oot.Kernel.Building;

/// <summary>The two ways to build a directory.</summary>
public enum BuildWay
{
    /// <summary><c>make -C KDIR M=DIR</c>.</summary>
    Kbuild,

    /// <summary><c>make</c> in the directory: its own makefile enters the kernel's.</summary>
    Wrapper,
}
