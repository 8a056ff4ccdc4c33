namespace Oot.Make.Rules;

/// <summary>A prerequisite of one target, or of a pattern rule.</summary>
internal sealed class Dependency
{
    private string? _name;

    /// <summary>The file, once the name has been entered.</summary>
    public FileNode? File { get; set; }

    /// <summary>The name as written, or the file's present name.</summary>
    public string Name
    {
        get => _name ?? File!.Name;
        init => _name = value;
    }

    /// <summary>The stem that <c>$*</c> has when the name is expanded a second time.</summary>
    public string? Stem { get; set; }

    /// <summary>Order-only: its time does not matter.</summary>
    public bool IsOrderOnly { get; set; }

    /// <summary>Added by <c>.EXTRA_PREREQS</c>: automatic variables leave it out.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The text still has to be expanded a second time.</summary>
    public bool NeedsExpansion { get; set; }

    /// <summary>Written in a static pattern rule.</summary>
    public bool IsStaticPattern { get; set; }

    /// <summary>Written without <c>%</c> in the rule it is from.</summary>
    public bool IsExplicit { get; set; }

    /// <summary><c>.WAIT</c> stands before it.</summary>
    public bool WaitsHere { get; set; }

    /// <summary>The target is out of date because of it. In a terminal pattern rule's result: it exists, so no rule is searched for it.</summary>
    public bool Changed { get; set; }

    /// <summary>What is visited in this one's place under <c>--shuffle</c>.</summary>
    public Dependency? Shuffled { get; set; }

    /// <summary>Turns the name into the file's own.</summary>
    public void Enter(FileNode file)
    {
        File = file;
        _name = null;
    }

    /// <summary>A copy for another target of the same rule.</summary>
    public Dependency Copy()
    {
        var copy = (Dependency)MemberwiseClone();
        copy.Shuffled = null;
        return copy;
    }
}
