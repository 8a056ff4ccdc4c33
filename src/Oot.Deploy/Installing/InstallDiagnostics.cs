using Oot.Core;

namespace Oot.Deploy.Installing;

/// <summary>What can be wrong with installing: one method a message, one page each in docs/diagnostics.</summary>
public static class InstallDiagnostics
{
    /// <summary>The kernel has no directory of modules.</summary>
    public static Diagnostic NoKernel(string release, string directory, string reason) => new(
        "OOT2101", DiagnosticKind.Unavailable, $"the kernel {release} has no modules here: '{directory}': {reason}", "Install the kernel first, name another with -k, or name the system's root with --root.");

    /// <summary>The kernel will refuse a module.</summary>
    public static Diagnostic Refused(string path, string kernel) => new(
        "OOT2102", DiagnosticKind.FailedCheck, $"'{path}' is not installed: the kernel {kernel} would refuse it", "Build it for that kernel; --force installs it all the same.");

    /// <summary>Another file of the same module is preferred.</summary>
    public static Diagnostic Shadowed(string path, string winner) => new(
        "OOT2103", DiagnosticKind.FailedCheck, $"'{path}' would never be loaded: depmod prefers '{winner}'", "Install into a directory that is searched before (--dir updates), change the order in /etc/depmod.d, or say --shadowed.");

    /// <summary>Something could not be written; everything is as it was.</summary>
    public static Diagnostic CannotWrite(string path, string reason) => new(
        "OOT2104", DiagnosticKind.Input, $"cannot write '{path}': {reason}; nothing was changed", "Make room or get the permission (root for this system), and run the same command again.");

    /// <summary>A module could not be signed.</summary>
    public static Diagnostic SigningFailed(string path, string reason, bool enforced) => new(
        "OOT2105", enforced ? DiagnosticKind.FailedCheck : DiagnosticKind.Warning, $"'{path}' could not be signed: {reason}",
        enforced ? "The kernel loads only signed modules: name a key that it trusts with --key and --cert." : "It is installed without a signature, which taints this kernel.");

    /// <summary>A program is missing or failed.</summary>
    public static Diagnostic ProgramFailed(string program, string path, string reason, string package) => new(
        "OOT2106", DiagnosticKind.Unavailable, $"{program} failed for '{path}': {reason}", $"Install the package {package}.");

    /// <summary>A file is not any more what oot installed.</summary>
    public static Diagnostic ChangedByOthers(string path) => new(
        "OOT2107", DiagnosticKind.Warning, $"'{path}' is not what oot installed any more; it is left as it is", "Remove it by hand if nobody needs it.");

    /// <summary>A module that is to be uninstalled is not there.</summary>
    public static Diagnostic NotInstalled(string name, string release) => new(
        "OOT2108", DiagnosticKind.Input, $"oot has not installed '{name}' for the kernel {release}", "`oot installed` shows what it has installed.");

    /// <summary>The indexes could not be made.</summary>
    public static Diagnostic IndexFailed(string release, string reason) => new(
        "OOT2109", DiagnosticKind.Input, $"the indexes of {release} could not be made: {reason}; nothing was changed", "Remove the cause, and run the same command again.");

    /// <summary>Two files of one name in one call.</summary>
    public static Diagnostic Twice(string path, string other) => new(
        "OOT2110", DiagnosticKind.Usage, $"'{path}' and '{other}' are one module", "Install one of them.");

    /// <summary>The initramfs has an older copy.</summary>
    public static Diagnostic InitramfsStale(string image, string module, string command) => new(
        "OOT2111", DiagnosticKind.Warning, $"'{image}' has a copy of {module}, which is loaded first at boot", $"Make it anew: {command} (`oot install --initramfs` does so by itself).");

    /// <summary>The kernel does not know the key that modules were signed with.</summary>
    public static Diagnostic NotEnrolled(string certificate, string reason, bool isPending) => new(
        "OOT2113", DiagnosticKind.Warning, $"the key of '{certificate}' is not trusted by this system: {reason}",
        isPending ? "Boot once and confirm it in the firmware's dialogue." : $"Where Secure Boot is on, the kernel refuses what it signed. Enrol it: `mokutil --import {certificate}`, then boot and confirm it.");

    /// <summary>The initramfs could not be made.</summary>
    public static Diagnostic InitramfsFailed(string release, string reason) => new(
        "OOT2112", DiagnosticKind.Unavailable, $"the initramfs of {release} was not made: {reason}", "The modules are installed; make it with the system's own tool.");
}
