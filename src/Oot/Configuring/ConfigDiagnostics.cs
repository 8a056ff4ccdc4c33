using Oot.Core;

namespace Oot.Configuring;

/// <summary>What can be wrong with a call of <c>oot config</c>; what is wrong with Kconfig files is said in conf's own words.</summary>
internal static class ConfigDiagnostics
{
    internal static Diagnostic NoKconfig(string source, string reason) => new(
        "OOT2201", DiagnosticKind.Input, $"'{source}' is no kernel source tree: its Kconfig cannot be read: {reason}", "Name the tree with --source; header packages have no Kconfig files.");

    internal static Diagnostic NoDefconfig(string name, string source) => new(
        "OOT2202", DiagnosticKind.Input, $"there is no default configuration '{name}', neither here nor for this architecture in '{source}'", "Look into arch/*/configs of the tree, and name ARCH=... if it is for another architecture.");

    internal static Diagnostic UnknownMode(string mode) => new(
        "OOT2203", DiagnosticKind.Usage, $"'{mode}' is no way to configure a kernel", "One of: " + string.Join(", ", Oot.Kconfig.Modes.ConfModes.All.Concat(LocalConfigRequest.Modes)) + ".");
}
