namespace Oot.Elf.Compression;

/// <summary>How decompressing went.</summary>
public enum ExpansionStatus
{
    /// <summary>Well.</summary>
    Done,

    /// <summary>The data are not what their beginning promises.</summary>
    Damaged,

    /// <summary>What comes out is larger than was allowed.</summary>
    TooLarge,

    /// <summary>The system's library for this kind is not installed.</summary>
    LibraryMissing,
}
