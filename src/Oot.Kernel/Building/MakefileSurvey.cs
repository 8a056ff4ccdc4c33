namespace Oot.Kernel.Building;

/// <summary>
/// What can be said of makefiles by reading their text, without evaluating them: enough to choose how to build a directory, never enough to build it.
/// </summary>
/// <param name="Files">The files read, the first one first.</param>
/// <param name="References">Variables that are read, <c>$(X)</c>, <c>${X}</c> or <c>ifdef X</c>.</param>
/// <param name="EmptinessTests">Variables of which some conditional asks whether they are empty or defined.</param>
/// <param name="Assignments">Every assignment, by variable, in order: the text right of the operator.</param>
/// <param name="ObjectLists">The suffixes of <c>obj-…</c> assignments: <c>m</c>, <c>y</c>, <c>$(CONFIG_X)</c>.</param>
/// <param name="KernelCalls">Command lines that enter a kernel tree (<c>make -C X M=…</c>).</param>
/// <param name="Targets">Explicit targets.</param>
/// <param name="AsksUname">Whether <c>uname</c> appears anywhere outside comments.</param>
public sealed record MakefileSurvey(
    IReadOnlyList<string> Files,
    IReadOnlySet<string> References,
    IReadOnlySet<string> EmptinessTests,
    IReadOnlyDictionary<string, List<string>> Assignments,
    IReadOnlySet<string> ObjectLists,
    IReadOnlyList<KernelCall> KernelCalls,
    IReadOnlySet<string> Targets,
    bool AsksUname)
{
    /// <summary>Whether kbuild finds something to build in it.</summary>
    public bool HasObjects => ObjectLists.Count > 0;
}
