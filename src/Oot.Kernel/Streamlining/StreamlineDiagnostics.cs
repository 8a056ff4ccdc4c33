using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>What can be wrong with localmodconfig: one method a message, one page each in docs/diagnostics.</summary>
public static class StreamlineDiagnostics
{
    /// <summary>There is no configuration to make lean.</summary>
    public static Diagnostic NoConfiguration(IReadOnlyList<string> places) => new(
        "OOT2204", DiagnosticKind.Input, $"there is no configuration to leave modules out of: none of {string.Join(", ", places)}", "Copy that of the kernel that runs to .config first.");

    /// <summary>The list of loaded modules cannot be read.</summary>
    public static Diagnostic NoModuleList(string place, string reason) => new(
        "OOT2205", DiagnosticKind.Input, $"cannot read the list of loaded modules '{place}': {reason}", "Name a file that lsmod wrote, with --lsmod FILE or LSMOD=FILE.");

    /// <summary>Nothing is built in a directory whose needs are asked for.</summary>
    public static Diagnostic NothingBuilt(string directory) => new(
        "OOT2206", DiagnosticKind.Input, $"'{directory}' has neither modules nor objects: what it needs cannot be told", "Build it first, for any kernel, with oot build.");

    /// <summary>A symbol that a module needs is not there already.</summary>
    public static Diagnostic NotOn(string symbol, string needs) => new(
        "OOT2207", DiagnosticKind.Warning, $"{symbol} is not in this configuration, and nothing that stays brings it{needs}", "oot explain SYMBOL --source DIR --config FILE names the lines to add.");

    /// <summary>Options that modules need are off all the same.</summary>
    public static Diagnostic Lost(IEnumerable<string> options) => new(
        "OOT2208", DiagnosticKind.FailedCheck, $"options that --keep-for asks for did not stay on: {string.Join(", ", options)}", "Keep the whole Kconfig directory that they depend on, with LMC_KEEP=drivers/DIR.");
}
