namespace Oot.Core;

/// <summary>A place in a text file. <paramref name="Line"/> is 1-based; a null <paramref name="File"/> means no place is known.</summary>
public readonly record struct SourceLocation(string? File, int Line)
{
    /// <summary>No place.</summary>
    public static readonly SourceLocation None = new(null, 0);

    /// <summary>Whether a file is named.</summary>
    public bool IsKnown => File is not null;

    /// <summary><c>file:line</c>, as compilers and make print it.</summary>
    public override string ToString() => File is null ? "" : $"{File}:{Line}";
}
