namespace Oot.Make.Shell;

/// <summary>What a shell puts in the place of <c>$…</c> or <c>`…`</c>.</summary>
internal abstract record ShellExpansion
{
    /// <summary>Whether <see cref="Execution.Shell.ShellExpander"/> knows the value as dash would.</summary>
    public virtual bool IsKnown => false;
}
