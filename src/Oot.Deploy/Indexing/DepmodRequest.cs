namespace Oot.Deploy.Indexing;

/// <summary>What indexes are wanted, of what. Paths are byte text, and absolute.</summary>
public sealed record DepmodRequest
{
    /// <summary>The directory of the kernel's modules, without a last <c>/</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>Where the indexes go; usually the same directory.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The kernel's release, which lines of depmod.d may name.</summary>
    public required string Release { get; init; }

    /// <summary>Whose files they are.</summary>
    public required KmodLevel Level { get; init; }

    /// <summary>Files and directories of depmod.d; null for the level's own.</summary>
    public IReadOnlyList<string>? ConfigurationPaths { get; init; }

    /// <summary>A Module.symvers (<c>-E</c>): CRCs are compared with it.</summary>
    public string? SymbolVersions { get; init; }

    /// <summary>A System.map (<c>-F</c>); not looked at where there is a Module.symvers.</summary>
    public string? SystemMap { get; init; }

    /// <summary><c>-e</c>: says which symbols nothing has, and which CRCs differ.</summary>
    public bool ReportsUnknown { get; init; }

    /// <summary><c>-w</c>: says which aliases are there twice.</summary>
    public bool WarnsOfDuplicates { get; init; }

    /// <summary><c>-P</c>: a character that symbols begin with and aliases do not; 0 for none.</summary>
    public char SymbolPrefix { get; init; }

    /// <summary><c>-n</c>: the text files go to standard output and nothing is written.</summary>
    public bool PrintsOnly { get; init; }

    /// <summary>These modules instead of those below the directory; null for the latter.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>Where facts about modules are remembered; null: nowhere.</summary>
    public string? CacheFile { get; init; }
}
