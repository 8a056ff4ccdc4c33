namespace Oot.Kernel.Provenance;

/// <summary>The files that sources include, as far as exports are concerned.</summary>
internal interface ISourceIncludes
{
    /// <summary>No files.</summary>
    public static ISourceIncludes None { get; } = new NoIncludes();

    /// <summary>The path of an included source, or of a header that exports; null for everything else.</summary>
    /// <param name="path">The source that includes.</param>
    /// <param name="name">What it includes, in its quotes or angle brackets.</param>
    string? Resolve(string path, string name);

    /// <summary>The text of any other header of the tree; null when there is none of that name.</summary>
    byte[]? ReadHeader(string path, string name);

    /// <summary>The text of a file that <see cref="Resolve"/> gave; null when it cannot be read.</summary>
    byte[]? Read(string file);

    private sealed class NoIncludes : ISourceIncludes
    {
        public string? Resolve(string path, string name) => null;

        public byte[]? ReadHeader(string path, string name) => null;

        public byte[]? Read(string file) => null;
    }
}
