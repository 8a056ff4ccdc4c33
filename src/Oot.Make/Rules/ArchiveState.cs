namespace Oot.Make.Rules;

/// <summary>What came of reading an archive.</summary>
internal enum ArchiveState
{
    /// <summary>Read to its end.</summary>
    Complete,

    /// <summary>There is no such file, or it cannot be read.</summary>
    Missing,

    /// <summary>Not an archive, a thin one, or damaged; the members up to the damage are known.</summary>
    Invalid,

    /// <summary>A header's number is none: make stops with <see cref="ArchiveFile.FatalMessage"/>.</summary>
    Fatal,
}
