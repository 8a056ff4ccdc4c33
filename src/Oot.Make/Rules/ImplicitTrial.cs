namespace Oot.Make.Rules;

/// <summary>A prerequisite of a rule that is being tried, its name complete.</summary>
internal sealed class ImplicitTrial
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>It stands behind <c>|</c>.</summary>
    public required bool IsOrderOnly { get; init; }

    /// <summary>No automatic variable lists it.</summary>
    public required bool IsHidden { get; init; }

    /// <summary><c>.WAIT</c> stands before it.</summary>
    public required bool WaitsHere { get; init; }

    /// <summary>Some makefile names it, so it is no intermediate file.</summary>
    public bool IsExplicit { get; set; }

    /// <summary>The file as a further rule would make it; null where it exists or ought to.</summary>
    public FileNode? Intermediate { get; set; }

    /// <summary>The target pattern of that further rule.</summary>
    public string? IntermediatePattern { get; set; }
}
