namespace Oot.Kernel.Building;

/// <summary>Who reads a makefile: the same text means two things where it asks whether <c>KERNELRELEASE</c> is set.</summary>
internal enum MakefilePass
{
    /// <summary>make itself, started by a person in the module's directory.</summary>
    Wrapper,

    /// <summary>kbuild, which includes the file to learn what to build.</summary>
    Kbuild,
}
