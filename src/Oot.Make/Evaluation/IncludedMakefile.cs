using Oot.Core;
using Oot.Make.Rules;

namespace Oot.Make.Evaluation;

/// <summary>A makefile that was read or should have been: it is remade before anything else if it is out of date.</summary>
internal sealed class IncludedMakefile(FileNode file)
{
    /// <summary>The file.</summary>
    public FileNode File { get; set; } = file;

    /// <summary>It need not exist (<c>-include</c>, <c>MAKEFILES</c>).</summary>
    public bool IsOptional { get; init; }

    /// <summary>It comes from an <c>include</c> or from <c>MAKEFILES</c>, not from <c>-f</c>.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>Why it could not be read: errno, or 0.</summary>
    public int ReadError { get; set; }

    /// <summary>The <c>include</c> line.</summary>
    public SourceLocation Location { get; set; }

    /// <summary>A recipe was started for it.</summary>
    public bool Changed { get; set; }
}
