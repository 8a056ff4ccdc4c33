namespace Oot.Make.Execution;

/// <summary>The value of <c>-O</c>.</summary>
internal enum OutputSyncMode
{
    /// <summary>Output goes out as it comes.</summary>
    None,

    /// <summary>Each command's output goes out when the command ends.</summary>
    Line,

    /// <summary>Each target's output goes out when its recipe ends; a recursive command's as it comes.</summary>
    Target,

    /// <summary>As <see cref="Target"/>, and each recursive make's output in one piece.</summary>
    Recurse,
}
