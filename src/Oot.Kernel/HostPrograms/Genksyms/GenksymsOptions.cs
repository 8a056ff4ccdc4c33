namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What the command line asks for.</summary>
internal sealed record GenksymsOptions
{
    /// <summary><c>-d</c>: every definition is written as it is made.</summary>
    internal bool Debugs { get; init; }

    /// <summary><c>-D</c>: expansions are written as they are made.</summary>
    internal bool DumpsDefinitions { get; init; }

    /// <summary><c>-w</c>: errors are told, and make the program fail.</summary>
    internal bool Warns { get; init; }

    /// <summary><c>-p</c>: a version that differs from the reference file's is an error.</summary>
    internal bool Preserves { get; init; }

    /// <summary><c>-R</c>: the versions are words in a section.</summary>
    internal bool Relative { get; init; }

    /// <summary><c>-T</c>: the file for the definitions of all types that matter; null for none.</summary>
    internal string? DumpFile { get; init; }

    /// <summary><c>-r</c>: the content of the reference file; null for none.</summary>
    internal string? Reference { get; init; }
}
