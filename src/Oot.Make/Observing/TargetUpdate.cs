using Oot.Core;
using Oot.Make.Rules;

namespace Oot.Make.Observing;

/// <summary>A target that is about to be made, with what make considered. It is only good while it is told of.</summary>
public sealed class TargetUpdate
{
    private readonly MakeState _state;
    private readonly FileNode _file;

    internal TargetUpdate(MakeState state, FileNode file)
    {
        _state = state;
        _file = file;
    }

    /// <summary>The target as its recipe calls it, byte text.</summary>
    public string Target => _file.Name;

    /// <summary>The directory that relative names count from.</summary>
    public string Directory => _state.Messages.Directory ?? "";

    /// <summary>The target is not a file.</summary>
    public bool IsPhony => _file.IsPhony;

    /// <summary>The file does not exist, as far as make has looked.</summary>
    public bool IsMissing => _file.ModifiedTime == Timestamp.Nonexistent;

    /// <summary><c>-B</c></summary>
    public bool IsAlwaysMade => _state.AlwaysMake;

    /// <summary>The prerequisites that count as newer (<c>$?</c>): files with a later time, those that were made in this run, and those that do not exist.</summary>
    public IReadOnlyList<string> Newer =>
        _state.Expander.ExpandFor(_file, "$?").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The recipe's lines as they are written in the makefile.</summary>
    public IReadOnlyList<string> Recipe => _file.Recipe?.Lines ?? [];

    /// <summary>Whether a prerequisite of that name is not a file.</summary>
    public bool IsPhonyName(string name) => _state.Files.Find(name) is { IsPhony: true };

    /// <summary>Whether a file exists.</summary>
    public bool Exists(string name) => _state.Disk.Stat(name, out FileStatus _) == 0;

    /// <summary>Expands makefile text as in the target's recipe.</summary>
    public string Expand(string text) => _state.Expander.ExpandFor(_file, text);
}
