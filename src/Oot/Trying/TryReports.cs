using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Trying;

/// <summary>A guest's report as JSON has it.</summary>
internal static class TryReports
{
    internal static TryReport Of(KernelOffer kernel, GuestReport report) => new(
        U(kernel.Name), U(kernel.Image!.Path), report.Accelerator, report.Milliseconds / 1000.0, OutcomeOf(report), report.TaintBefore, [.. report.Modules.Select(Of)], report.ScriptStatus,
        [.. report.ScriptOutput.Select(U)], [.. report.Console.Select(U)]);

    private static TriedModuleReport Of(LoadedModule module) => new(
        U(module.Module.Path), U(module.Module.Name), module.Module.IsDependency, U(module.Module.Parameters), module.IsLoaded, module.Errno,
        module.Errno is > 0 and var errno ? ErrnoNames.Of(errno) : null, module.Taint, TaintWord.Of(module.Taint), module.IsLive, module.UnloadErrno, [.. module.Log.Select(U)]);

    private static string OutcomeOf(GuestReport report) => report.Outcome switch
    {
        GuestOutcome.Finished => report.IsGood ? "loaded" : "refused",
        GuestOutcome.Stopped => "crashed",
        GuestOutcome.OutOfTime => "out of time",
        _ => "not started",
    };

    private static string U(string text) => ByteText.ToUnicode(text);
}
