namespace Oot;

/// <summary>One kernel's part of a build as <c>--json</c> shows it.</summary>
internal sealed record KernelBuildReport(string Release, string Tree, string Way, int ExitCode, IReadOnlyList<ModuleReport> Modules, string? Error);
