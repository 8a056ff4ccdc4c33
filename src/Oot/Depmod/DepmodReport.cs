namespace Oot.Depmod;

/// <summary>What <c>oot depmod --json</c> says.</summary>
/// <param name="Kmod">The kmod whose form the files have.</param>
/// <param name="Written">Whether there are new indexes.</param>
/// <param name="Messages">What was said, line after line.</param>
internal sealed record DepmodReport(string Release, string Directory, string OutputDirectory, int Kmod, bool Written, bool Succeeded, IReadOnlyList<string> Messages, IReadOnlyList<TieReport> Ties);
