using System.Globalization;
using System.Runtime.CompilerServices;
using Oot.Make.Caching.Runs;
using Oot.Make.Execution.Shell;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>The run of one target's recipe, line after line.</summary>
internal sealed class Job(FileNode file, string[] lines)
{
    /// <summary>The target.</summary>
    public FileNode File { get; } = file;

    /// <summary>The recipe's lines, expanded.</summary>
    public string[] Lines { get; } = lines;

    /// <summary>Index of the next line; the current one is the one before.</summary>
    public int NextLine { get; set; }

    /// <summary>What is left of the current line's expansion, which may hold several commands.</summary>
    public string Rest { get; set; } = "";

    /// <summary>Where its output goes.</summary>
    public JobOutput Output { get; } = new();

    /// <summary>Failing is no error: it makes an optional makefile.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The current command's failure is ignored.</summary>
    public bool IgnoresErrors { get; set; }

    /// <summary>The current command runs make.</summary>
    public bool IsRecursive { get; set; }

    /// <summary>The current command has make's own standard input.</summary>
    public bool HasStandardInput { get; set; }

    /// <summary>The current process, make's own for a <see cref="Script"/> and for what is <see cref="Settled"/>; −1 when it could not be started, 0 when none was.</summary>
    public int Pid { get; set; }

    /// <summary>The current command, when it is a script that needs no shell; null otherwise.</summary>
    public ShellProcess? Script { get; set; }

    /// <summary>How the current command ends, when it need not run; null otherwise.</summary>
    public ChildExit? Settled { get; set; }

    /// <summary>How the current command ended, when it was no process; null while it runs, and for a process.</summary>
    public ChildExit? Exit => Settled ?? Script?.Exit;

    /// <summary>Its lane in the trace; 0 while there is none.</summary>
    public int Lane { get; set; }

    /// <summary>The current command has begun in the trace.</summary>
    public bool IsTraced { get; set; }

    /// <summary>An observer has been told that the target is made.</summary>
    public bool IsToldOf { get; set; }

    /// <summary>It counts among the running jobs.</summary>
    public bool HoldsSlot { get; set; }

    /// <summary>Its targets have been deleted.</summary>
    public bool TargetsDeleted { get; set; }

    /// <summary>The journal says that its targets are being made.</summary>
    public bool IsInJournal { get; set; }

    /// <summary>How the current command is noted; null when it is not.</summary>
    public RecordedCommand? Recorded { get; set; }

    /// <summary>Its commands that ran unwatched (<see cref="CommandHabits.HashOf"/>); null: none.</summary>
    public List<ulong>? Unwatched { get; set; }

    /// <summary>The target's identity before its first unwatched command.</summary>
    public Caching.FileAnswer Before { get; set; }

    /// <summary>The environment of its commands, made once.</summary>
    public IReadOnlyList<string>? Environment { get; set; }

    /// <summary>Names the job in debugging output, as an address would.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{RuntimeHelpers.GetHashCode(this):x}");

    /// <summary>Goes to the next command; false if there is none.</summary>
    public bool Advance()
    {
        while (Rest.Length == 0)
        {
            if (NextLine == Lines.Length)
            {
                File.Recipe!.GoTo(0);
                return false;
            }
            Rest = Lines[NextLine++];
        }
        File.Recipe!.GoTo(NextLine - 1);
        return true;
    }
}
