using Oot.Make.Evaluation;

namespace Oot.Make.Rules;

/// <summary>Everything known of one file name: as a target, as a prerequisite, on the disk.</summary>
internal sealed class FileNode(string name)
{
    /// <summary>The name that recipes see.</summary>
    public string Name { get; set; } = name;

    /// <summary>The name under which it is found: differs from <see cref="Name"/> when a search path found the file elsewhere.</summary>
    public string FoundName { get; set; } = name;

    /// <summary>The search path's directory is not used: the file is made anew, here.</summary>
    public bool IgnoresSearchPath { get; set; }

    /// <summary>The file that this one turned out to be, or null.</summary>
    public FileNode? RenamedTo { get; set; }

    /// <summary>What was asked for next when this one was last asked for.</summary>
    public FileNode? Follower { get; set; }

    /// <summary>Prerequisites.</summary>
    public DependencyList Dependencies { get; set; } = [];

    /// <summary>How it is made, or null.</summary>
    public Recipe? Recipe { get; set; }

    /// <summary>The stem of the implicit or static pattern rule, or null.</summary>
    public string? Stem { get; set; }

    /// <summary>Other targets that the same run of the recipe makes.</summary>
    public List<Dependency> AlsoMakes { get; set; } = [];

    /// <summary>The first of the double-colon rules for this name; null for other targets.</summary>
    public FileNode? DoubleColon { get; set; }

    /// <summary>The next double-colon rule for this name, or null.</summary>
    public FileNode? NextDoubleColon { get; set; }

    /// <summary>The last double-colon rule; kept in the first.</summary>
    public FileNode? LastDoubleColon { get; set; }

    /// <summary>The target on whose behalf it was considered last.</summary>
    public FileNode? Parent { get; set; }

    /// <summary>Its own variables and the scopes behind them; null until needed.</summary>
    public VariableScope? Variables { get; set; }

    /// <summary>Variables of matching patterns.</summary>
    public VariableScope? PatternVariables { get; set; }

    /// <summary>Whether patterns have been looked through for it.</summary>
    public bool PatternsSearched { get; set; }

    /// <summary>A <see cref="Timestamp"/>.</summary>
    public long ModifiedTime { get; set; }

    /// <summary>A <see cref="Timestamp"/>: before its recipe ran.</summary>
    public long TimeBeforeUpdate { get; set; }

    /// <summary>In which pass it was considered last.</summary>
    public int ConsideredPass { get; set; }

    /// <summary>What special targets say of all its recipe lines.</summary>
    public LineFlags RecipeFlags { get; set; }

    /// <summary>How its update ended.</summary>
    public UpdateStatus Status { get; set; } = UpdateStatus.None;

    /// <summary>Where its recipe stands.</summary>
    public CommandState State { get; set; }

    /// <summary>Defined by make, not yet by a makefile.</summary>
    public bool IsBuiltin { get; set; }

    /// <summary>Never deleted.</summary>
    public bool IsPrecious { get; set; }

    /// <summary>Its time stamps have only seconds.</summary>
    public bool IsLowResolution { get; set; }

    /// <summary>An implicit rule has been searched.</summary>
    public bool TriedImplicit { get; set; }

    /// <summary>Being updated: meeting it again is a circle.</summary>
    public bool IsUpdating { get; set; }

    /// <summary>Done with.</summary>
    public bool IsUpdated { get; set; }

    /// <summary>Stands before a colon somewhere.</summary>
    public bool IsTarget { get; set; }

    /// <summary>Named on the command line.</summary>
    public bool IsGoal { get; set; }

    /// <summary>Not a file.</summary>
    public bool IsPhony { get; set; }

    /// <summary>Only a step to another target.</summary>
    public bool IsIntermediate { get; set; }

    /// <summary>Named in a makefile, so no mere intermediate.</summary>
    public bool IsExplicit { get; set; }

    /// <summary>Intermediate, but not deleted.</summary>
    public bool IsSecondary { get; set; }

    /// <summary>Never intermediate.</summary>
    public bool IsNotIntermediate { get; set; }

    /// <summary>Failing to make it is no error (an optional include).</summary>
    public bool IsOptional { get; set; }

    /// <summary>A failure has not been reported yet.</summary>
    public bool LacksDiagnostic { get; set; }

    /// <summary>Second expansion is done.</summary>
    public bool IsExpanded { get; set; }

    /// <summary>Its prerequisites have been shuffled.</summary>
    public bool IsShuffled { get; set; }

    /// <summary>The first double-colon rule of the name, or itself.</summary>
    public FileNode First => DoubleColon ?? this;

    /// <summary>Follows renames to the file it is now.</summary>
    public FileNode Resolve()
    {
        FileNode file = this;
        while (file.RenamedTo is not null)
            file = file.RenamedTo;
        return file;
    }

    /// <summary>This and all later double-colon rules.</summary>
    public RuleChain Chain() => new(this);
}
