namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Where in the original sources the reading is, as the line markers say.</summary>
internal sealed class SourceLocation
{
    private byte[]? _source;

    /// <summary>The line, from 1.</summary>
    internal int Line { get; set; } = 1;

    /// <summary>The file; null before the first marker.</summary>
    internal byte[]? File { get; private set; }

    /// <summary>Is this the file that the first marker named?</summary>
    internal bool InSource { get; private set; }

    internal void Enter(ReadOnlySpan<byte> file, int line)
    {
        Line = line;
        if (File is null || !file.SequenceEqual(File))
            File = file.ToArray();
        _source ??= File;
        InSource = file.SequenceEqual(_source);
    }

    /// <summary>Goes back to what an earlier location was.</summary>
    internal void Restore(int line, byte[]? file, bool inSource) => (Line, File, InSource) = (line, file, inSource);
}
