namespace Oot.Make.Caching;

/// <summary>What a program may be asked and still be a function of its inputs.</summary>
internal enum PureProgramKind
{
    /// <summary>Anything: it only computes with its words.</summary>
    Words,

    /// <summary>Reads the files that it is given, or its standard input.</summary>
    Filter,

    /// <summary>Only its version.</summary>
    Version,

    /// <summary>Options that read no file, and a version.</summary>
    Linker,

    /// <summary>To compile nothing, or a text, into nothing or a temporary file.</summary>
    Compiler,

    /// <summary>The running kernel.</summary>
    KernelName,

    /// <summary>Constants of the C library.</summary>
    Constants,

    /// <summary>The architecture that packages are for.</summary>
    PackageArchitecture,

    /// <summary>A temporary directory of its own to make or remove, and to make what is there already.</summary>
    TemporaryDirectory,

    /// <summary>A script to interpret.</summary>
    Shell,
}
