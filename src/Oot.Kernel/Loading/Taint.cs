namespace Oot.Kernel.Loading;

/// <summary>A mark that a module leaves on the kernel, by its letter in <c>/proc/sys/kernel/tainted</c>'s long form (Documentation/admin-guide/tainted-kernels.rst).</summary>
public enum Taint
{
    /// <summary><c>P</c>: a proprietary module.</summary>
    Proprietary = 'P',

    /// <summary><c>F</c>: a module was loaded by force.</summary>
    Forced = 'F',

    /// <summary><c>C</c>: a module from staging.</summary>
    Staging = 'C',

    /// <summary><c>O</c>: a module from outside the kernel's tree.</summary>
    OutOfTree = 'O',

    /// <summary><c>E</c>: an unsigned module in a kernel that checks signatures.</summary>
    Unsigned = 'E',

    /// <summary><c>K</c>: a live patch.</summary>
    LivePatch = 'K',

    /// <summary><c>N</c>: a test module.</summary>
    Test = 'N',
}
