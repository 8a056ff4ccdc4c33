namespace Oot.Kernel.Builds;

/// <summary>How a directory is built for one kernel.</summary>
/// <param name="Method">Who is started.</param>
/// <param name="Directory">The module's directory.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Variables">What make is told on its command line because the makefile reads it, in the order of names.</param>
/// <param name="Reason">Why this way, for people: a half sentence.</param>
/// <param name="OldFlags">Variables for flags that the directory sets and that some kernels no longer read.</param>
public sealed record BuildPlan(
    BuildMethod Method, string Directory, TargetKernel Kernel, IReadOnlyList<KeyValuePair<string, string>> Variables, string Reason, IReadOnlyList<string> OldFlags)
{
    /// <summary>The words of make's command line. <paramref name="targets"/> empty means kbuild's <c>modules</c> or the makefile's default goal.</summary>
    public IReadOnlyList<string> Arguments(IReadOnlyList<string> targets)
    {
        IEnumerable<string> settings = Variables.Select(variable => $"{variable.Key}={variable.Value}");
        return Method == BuildMethod.Kbuild
            ? ["-C", Kernel.Directory, "M=" + Directory, .. settings, .. targets.Count > 0 ? targets : ["modules"]]
            : ["-C", Directory, .. settings, .. targets];
    }
}
