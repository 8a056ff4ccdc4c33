using Oot.Core;

namespace Oot.Kernel.Provenance;

/// <summary>What can be wrong with questions about symbols: one method a message, one page each in docs/diagnostics.</summary>
public static class ProvenanceDiagnostics
{
    /// <summary>The map that answers is of another version than the kernel.</summary>
    public static Diagnostic OtherVersion(string release, string version) => new(
        "OOT2401", DiagnosticKind.Warning, $"oot has no map of {release}: the answers are those of {version}", "Name the kernel's own sources with --source DIR.");

    /// <summary>A directory is not a kernel's source.</summary>
    public static Diagnostic NoSource(string directory) => new(
        "OOT2402", DiagnosticKind.Input, $"'{directory}' has no kernel sources: there is no init/main.c and kernel/Makefile", "Name the top directory of a kernel source; header packages have no sources.");

    /// <summary>No symbol was named, or the log complains about none.</summary>
    public static Diagnostic NoSymbols(string? log) => new(
        "OOT2403", DiagnosticKind.Input, log is null ? "no symbol to explain" : $"'{log}' complains about no symbol", "Name symbols, a module with --module, or a build's log with --log.");

    /// <summary>The kernel has no Module.symvers.</summary>
    public static Diagnostic NoSymbolVersions(string release) => new(
        "OOT2404", DiagnosticKind.Warning, $"{release} has no Module.symvers: what it exports is concluded from its configuration",
        "A tree that was only prepared (`make modules_prepare`) has none until the whole kernel is built; until then modpost finds every symbol undefined.");

    /// <summary>A configuration has no options.</summary>
    public static Diagnostic NoConfiguration(string path, string reason) => new(
        "OOT2405", DiagnosticKind.Input, $"cannot read the configuration '{path}': {reason}", "Name a .config, a /boot/config-RELEASE, or a tree's include/config/auto.conf.");

    /// <summary>Lines to add were asked for, and there are no Kconfig files that tell them.</summary>
    public static Diagnostic NoKconfig(string? output) => new(
        "OOT2407", DiagnosticKind.Warning, $"which lines to add is for Kconfig files to say, and header packages have none{(output is null ? "" : $": '{output}' was not written")}",
        "Name the kernel's sources with --source DIR, and a configuration with --config FILE or -k KERNEL.");

    /// <summary>There is neither a map nor sources.</summary>
    public static Diagnostic NoMap() => new("OOT2406", DiagnosticKind.Unavailable, "this oot was built without maps of kernels", "Name a kernel's sources with --source DIR.");
}
