using Oot.Kernel.Modules;

namespace Oot.Kernel.Trees;

/// <summary>
/// A directory that modules can be built against (<c>KDIR</c>), or one that looks like it and a reason why not. Everything is read from the tree itself; nothing depends on a
/// distribution's layout.
/// </summary>
/// <param name="Path">Where it is, as found: a link such as <c>/lib/modules/RELEASE/build</c> stays a link.</param>
/// <param name="RealPath">The same with every link resolved; <paramref name="Path"/> when that fails.</param>
/// <param name="SourcePath">Where the sources and headers are: another directory when the tree's Makefile only includes that one's (a build with <c>O=</c>, Debian's packages).</param>
/// <param name="Release">What the kernel calls itself (<c>uname -r</c>); the best guess when the tree is not prepared.</param>
/// <param name="Architecture">Its architecture; null when it is unknown.</param>
/// <param name="Configuration">Its options; null when the tree is not prepared.</param>
/// <param name="Compiler">Which compiler it wants.</param>
/// <param name="SymbolCount">The lines of <c>Module.symvers</c>; −1 without that file.</param>
/// <param name="Vermagic">What its modules must carry; null when the tree is not prepared.</param>
/// <param name="Problem">Why it cannot be used.</param>
/// <param name="Detail">The file or program that <paramref name="Problem"/> is about.</param>
public sealed record KernelTree(
    string Path,
    string RealPath,
    string SourcePath,
    string Release,
    KernelArchitecture? Architecture,
    KernelConfiguration? Configuration,
    CompilerChoice? Compiler,
    int SymbolCount,
    Vermagic? Vermagic,
    TreeProblem Problem,
    string Detail)
{
    /// <summary>Whether modules can be built against it.</summary>
    public bool IsUsable => Problem == TreeProblem.None;

    /// <summary>Why it cannot be used, in a few words; empty when it can.</summary>
    public string Reason => Problem switch
    {
        TreeProblem.None => "",
        TreeProblem.DanglingLink => $"the link points to {Detail}, which is missing",
        TreeProblem.Unreadable => $"cannot be read: {Detail}",
        TreeProblem.NotAKernelTree => "no Makefile: not a kernel tree",
        TreeProblem.NotPrepared => "not prepared: no include/config/auto.conf",
        TreeProblem.NoSymbolVersions => "no Module.symvers",
        TreeProblem.OtherArchitecture => $"for {Detail}, and no cross compiler is set",
        TreeProblem.CompilerMissing => $"compiler {Detail} is missing",
        _ => Problem.ToString(),
    };
}
