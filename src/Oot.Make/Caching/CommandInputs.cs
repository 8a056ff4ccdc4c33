namespace Oot.Make.Caching;

/// <summary>
/// All that a command's output and exit status depend on, apart from its own text and the working directory. A command that has such a list changes nothing
/// outside of a directory of its own that it removes again.
/// </summary>
internal sealed class CommandInputs
{
    /// <summary>Stands for the shell's process id, which is part of a temporary directory's name.</summary>
    public const char ProcessId = '\u0001';

    /// <summary>Paths of the programs that it can run.</summary>
    public HashSet<string> Programs { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that it reads or asks about; absolute paths.</summary>
    public HashSet<FileQuestion> Files { get; } = [];

    /// <summary>Names of the variables that it reads from its environment.</summary>
    public SortedSet<string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>It asks for the kernel's name, release or machine.</summary>
    public bool AsksKernel { get; set; }

    /// <summary>The directory that it makes and removes, with <see cref="ProcessId"/> in its name; null for none.</summary>
    public string? TemporaryDirectory { get; set; }

    /// <summary>How many times it runs make, at most; −1 when that cannot be told.</summary>
    public int Makes { get; set; }

    /// <summary>A program that it names is nowhere: that the shell cannot start it (127) is an answer, as long as it is not there.</summary>
    public bool LacksProgram { get; set; }

    /// <summary>It may write something, other than through make.</summary>
    public bool MaySpeak { get; set; }
}
