using Oot.Core;

namespace Oot.Make.Evaluation;

/// <summary>A place that moves while text is read: whoever holds it sees where reading is now.</summary>
internal sealed class LocationCursor(string? file, int line)
{
    /// <summary>The file, or null outside any file.</summary>
    public string? File { get; } = file;

    /// <summary>1-based line.</summary>
    public int Line { get; set; } = line;

    /// <summary>The place now.</summary>
    public SourceLocation Location => new(File, Line);
}
