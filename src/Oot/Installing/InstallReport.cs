namespace Oot.Installing;

/// <summary>What <c>oot install --json</c> says of one kernel.</summary>
internal sealed record InstallReport(string Kernel, string Root, bool Installed, bool DryRun, IReadOnlyList<InstalledModuleReport> Modules, IReadOnlyList<string> Problems);
