using Oot.Core;

namespace Oot.Kernel.Building;

/// <summary>How one directory is built for one kernel.</summary>
/// <param name="Way">Which way, decided by <paramref name="Reason"/>.</param>
/// <param name="Arguments">make's words.</param>
/// <param name="Directory">Where make starts.</param>
/// <param name="AnswersUname">Whether <c>uname -r</c> must answer with the target's release.</param>
/// <param name="Warnings">What to tell before make starts.</param>
/// <param name="Reason">Why this way, in a few words.</param>
/// <param name="Makefile">The driver's own makefile, where that is run; null where kbuild is.</param>
public sealed record BuildPlan(
    BuildWay Way, IReadOnlyList<string> Arguments, string Directory, bool AnswersUname, IReadOnlyList<Diagnostic> Warnings, string Reason,
    string? Makefile = null);
