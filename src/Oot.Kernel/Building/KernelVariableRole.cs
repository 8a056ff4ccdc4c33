namespace Oot.Kernel.Building;

/// <summary>What a makefile keeps in a variable that leads it to the kernel.</summary>
internal enum KernelVariableRole
{
    /// <summary>Nothing of the sort.</summary>
    None,

    /// <summary>The directory of the kernel tree.</summary>
    Tree,

    /// <summary>The kernel's release, as <c>uname -r</c> prints it.</summary>
    Release,
}
