using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary>A kernel as <c>--json</c> shows it.</summary>
internal sealed record KernelReport(
    string Release, string? Architecture, string Path, string Source, bool Running, bool Usable, string? Reason, string? Vermagic, int Symbols,
    bool Modversions, bool Trimmed, string? Signing, string Btf, string Preemption, bool Smp, CompilerReport? Compiler)
{
    internal static KernelReport Of(KernelTree tree, string running)
    {
        KernelConfiguration? configuration = tree.Configuration;
        bool Yes(string option) => configuration?.IsYes(option) == true;
        return new KernelReport(
            ByteText.ToUnicode(tree.Release), tree.Architecture?.Machine, ByteText.ToUnicode(tree.Path), ByteText.ToUnicode(tree.SourcePath), tree.Release == running, tree.IsUsable,
            tree.IsUsable ? null : ByteText.ToUnicode(tree.Reason), tree.Vermagic?.Text, tree.SymbolCount,
            Yes("MODVERSIONS"), Yes("TRIM_UNUSED_KSYMS"), SigningOf(configuration, Yes),
            Yes("DEBUG_INFO_BTF_MODULES") ? "kernel and modules" : Yes("DEBUG_INFO_BTF") ? "kernel only" : "no",
            Yes("PREEMPT_RT") ? "real time" : Yes("PREEMPT_DYNAMIC") ? "dynamic" : Yes("PREEMPT_LAZY") ? "lazy" : Yes("PREEMPT") ? "full" : Yes("PREEMPT_VOLUNTARY") ? "voluntary" : "none",
            Yes("SMP"), tree.Compiler is null ? null : CompilerReport.Of(tree.Compiler));
    }

    private static string? SigningOf(KernelConfiguration? configuration, Func<string, bool> yes) => !yes("MODULE_SIG") ? null
        : (yes("MODULE_SIG_FORCE") ? "required" : "optional") + (configuration!["MODULE_SIG_HASH"] is string hash ? $", {hash}" : "") + (yes("MODULE_SIG_ALL") ? ", modules_install signs" : "");
}
