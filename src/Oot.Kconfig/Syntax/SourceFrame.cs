using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>A file that is being read, with where its reading stopped for another one.</summary>
internal sealed class SourceFrame(KconfigFile file, SourceFrame? parent)
{
    internal KconfigFile File { get; } = file;

    internal SourceFrame? Parent { get; } = parent;

    internal int Position { get; set; }

    internal int Line { get; set; } = 1;

    /// <summary>The line of the <c>source</c> statement that it waits for.</summary>
    internal int SourceLine { get; set; }
}
