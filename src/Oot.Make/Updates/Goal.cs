using Oot.Core;
using Oot.Make.Rules;

namespace Oot.Make.Updates;

/// <summary>A target that make was asked for, or a makefile that is remade first.</summary>
internal sealed class Goal(FileNode file)
{
    /// <summary>The target.</summary>
    public FileNode File { get; } = file;

    /// <summary>It need not be made.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A makefile from an <c>include</c>.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>Why the makefile could not be read: errno, or 0. Told at most once.</summary>
    public int ReadError { get; set; }

    /// <summary>The <c>include</c> line.</summary>
    public SourceLocation Location { get; init; }

    /// <summary>A recipe was started for it.</summary>
    public bool Changed { get; set; }

    /// <summary>What is visited in this one's place under <c>--shuffle</c>.</summary>
    public Goal? Shuffled { get; set; }
}
