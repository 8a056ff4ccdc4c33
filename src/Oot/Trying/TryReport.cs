namespace Oot.Trying;

/// <summary>What <c>oot try --json</c> prints.</summary>
internal sealed record TryReport(
    string Kernel, string Image, string Accelerator, double Seconds, string Outcome, ulong TaintBefore, List<TriedModuleReport> Modules, int? ScriptStatus, List<string> ScriptOutput, List<string> Console);
