namespace Oot.Make.Execution.Shell;

/// <summary>What a redirected command, a subshell or a loop puts back at its end.</summary>
internal sealed class ShellFrame
{
    /// <summary>The streams before.</summary>
    public ShellStreams Streams { get; init; }

    /// <summary>Descriptors to close.</summary>
    public List<int>? Opened { get; init; }

    /// <summary>Where a subshell ends; −1 when it is none.</summary>
    public int SubshellEnd { get; init; } = -1;

    /// <summary>The traps, variables and options outside a subshell.</summary>
    public Dictionary<int, ShellTrap>? Traps { get; init; }

    /// <summary>As <see cref="Traps"/>.</summary>
    public ShellVariables? Variables { get; init; }

    /// <summary>As <see cref="Traps"/>.</summary>
    public bool ExitsOnError { get; init; }

    /// <summary>The subshell is itself the last command of one, which dash becomes as well.</summary>
    public bool IsLast { get; init; }

    /// <summary>The words of a loop.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Index of the loop's next word.</summary>
    public int NextWord { get; set; }

    /// <summary>The status of the loop's body.</summary>
    public int BodyStatus { get; set; }
}
