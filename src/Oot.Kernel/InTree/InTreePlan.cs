using Oot.Core;

namespace Oot.Kernel.InTree;

/// <summary>What is built of the kernel's own tree, and with which options.</summary>
/// <param name="Directories">The directories that must be real, relative to the sources.</param>
/// <param name="Passed">Through which directories make comes to those that it enters.</param>
/// <param name="Settings">The options that the kernel has not.</param>
/// <param name="Targets">make's targets.</param>
/// <param name="Modules">The modules that come out, as paths without suffix.</param>
/// <param name="Warnings">What this kernel cannot give them.</param>
/// <param name="Notes">What was concluded.</param>
public sealed record InTreePlan(
    IReadOnlyList<string> Directories, IReadOnlyList<PassedDirectory> Passed, IReadOnlyList<OptionSetting> Settings, IReadOnlyList<string> Targets, IReadOnlyList<string> Modules,
    IReadOnlyList<Diagnostic> Warnings, IReadOnlyList<string> Notes)
{
    /// <summary>Makes the plan's place; null, or why that cannot be done.</summary>
    public Diagnostic? Make(InTreeWorkspace workspace) => workspace.Make(Directories, Passed, Settings);

    /// <summary>make's words.</summary>
    /// <param name="variables">The user's own, which come last and so count.</param>
    public IReadOnlyList<string> Arguments(InTreeWorkspace workspace, IReadOnlyList<string> variables) => [.. workspace.Arguments(Settings), .. variables, .. Targets];
}
