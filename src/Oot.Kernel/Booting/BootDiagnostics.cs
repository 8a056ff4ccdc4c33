using Oot.Core;

namespace Oot.Kernel.Booting;

/// <summary>What can be wrong with trying modules in a virtual machine.</summary>
public static class BootDiagnostics
{
    /// <summary>There is no image to boot.</summary>
    public static Diagnostic NoImage(string kernel) => new(
        "OOT1901", DiagnosticKind.Unavailable, $"there is no image (vmlinuz) of the kernel '{kernel}' to boot",
        $"Install its package (Debian: linux-image-{kernel}), fetch it with `oot kernel add debian:{kernel} --image`, or name the image with --image FILE.");

    /// <summary>QEMU is missing.</summary>
    public static Diagnostic NoEmulator(string program, string package) => new(
        "OOT1902", DiagnosticKind.Unavailable, $"{program} is not installed", $"Install the package {package}.");

    /// <summary>busybox is missing, or needs a C library.</summary>
    public static Diagnostic NoBusybox(string? unusable, string machine) => new(
        "OOT1903", DiagnosticKind.Unavailable, unusable is null ? "there is no busybox, of which the virtual machine's user space is made" : $"'{unusable}' is no static program for {machine}, of which the virtual machine's user space could be made",
        "Install the package busybox-static, or name a static busybox of the kernel's architecture with --busybox FILE.");

    /// <summary>busybox is missing, and could not be fetched.</summary>
    public static Diagnostic NoBusyboxFetched(string machine, string why) => new(
        "OOT1903", DiagnosticKind.Unavailable, $"there is no busybox for {machine}, of which the virtual machine's user space is made, and it could not be fetched: {why}",
        "Name a static busybox of the kernel's architecture with --busybox FILE (Debian's package busybox-static has one).");

    /// <summary>QEMU did not start.</summary>
    public static Diagnostic EmulatorFailed(string program, string said) => new(
        "OOT1904", DiagnosticKind.Unavailable, $"{program} ended at once" + (said.Length == 0 ? "" : $": {said}"), "If this comes from --qemu-arg, correct that; else try --accel tcg.");

    /// <summary>The guest did not come up.</summary>
    public static Diagnostic NotStarted(string image, bool inTime) => new(
        "OOT1905", DiagnosticKind.FailedCheck, $"the kernel '{image}' did not get so far as to load modules" + (inTime ? "" : " within the time limit"),
        (inTime ? "See its log above: it" : "Give it more time (--timeout SECONDS), or see its log above: it") + " needs an initial file system (BLK_DEV_INITRD), a serial console (SERIAL_8250_CONSOLE), scripts (BINFMT_SCRIPT) and DEVTMPFS built in.");

    /// <summary>A panic or an oops.</summary>
    public static Diagnostic Stopped(string kernel, string during) => new(
        "OOT1906", DiagnosticKind.FailedCheck, $"the kernel {kernel} crashed {during}", "Its log is above, from that moment on.");

    /// <summary>The time was up.</summary>
    public static Diagnostic OutOfTime(int seconds, string during) => new(
        "OOT1907", DiagnosticKind.FailedCheck, $"the virtual machine was ended after {seconds} seconds, {during}", "If it only needs longer, set --timeout SECONDS.");

    /// <summary>Modules were refused.</summary>
    public static Diagnostic Refused(int count, int all, string kernel) => new(
        "OOT1908", DiagnosticKind.FailedCheck, $"the kernel {kernel} did not load {count} of {all} modules", $"The kernel's own words are above; `oot check` on the same files says what to do.");

    /// <summary>A prediction was wrong.</summary>
    public static Diagnostic NotAsPredicted(int count, int all, string kernel) => new(
        "OOT1910", DiagnosticKind.FailedCheck, $"the kernel {kernel} did otherwise than predicted with {count} of {all} modules",
        "Where a module's own init function failed, see its log. Anything else is an error in oot's prediction: please report it with the module and the kernel's release.");

    /// <summary>No emulation of this architecture.</summary>
    public static Diagnostic OtherArchitecture(string kernel, string machine) => new(
        "OOT1909", DiagnosticKind.Unavailable, $"the kernel '{kernel}' is for {machine}, and oot boots kernels for x86-64 and arm64 only", "Try the modules on such a machine.");
}
