using Oot.Core;

namespace Oot.Kernel.InTree;

/// <summary>What can be wrong when a piece of the kernel's own tree is built by itself.</summary>
public static class InTreeDiagnostics
{
    internal static Diagnostic UnknownPart(string word, string source, string? near) => new(
        "OOT2601", DiagnosticKind.Input, $"'{word}' is neither a directory with a makefile nor a module in the sources '{source}'",
        near is null ? "Name a directory such as drivers/input/joystick, or a module by its name." : $"Did you mean {near}?");

    /// <summary>The sources are not those of the kernel.</summary>
    public static Diagnostic SourceDiffers(SourceComparison comparison, string release) => new(
        "OOT2602", DiagnosticKind.Warning, Difference(comparison, release),
        comparison.IsSameSeries
            ? "The kernel's own headers are used, so its structures are right; a function that the kernel lacks shows as an undefined symbol, and the driver may have fixes that it relies on elsewhere. The very version: --source debian."
            : "Sources of another series rarely compile, and where they do their idea of the kernel's behaviour may be wrong. Take sources of the kernel's own version: --source debian.");

    internal static Diagnostic NoSuchOption(string name, string? near) => new(
        "OOT2603", DiagnosticKind.Input, $"the sources have no option CONFIG_{name}", near is null ? "Look for the option in the directory's Kconfig and Makefile." : $"Did you mean CONFIG_{near}?");

    internal static Diagnostic NotTristate(string name, string place) => new(
        "OOT2604", DiagnosticKind.Input, $"CONFIG_{name} cannot be a module: it is a bool ({place}), and its code belongs into what it extends",
        $"If that is a module of the directory that you build, write --enable CONFIG_{name}=y; if it is the kernel itself, the kernel must be built anew.");

    internal static Diagnostic BuiltInAlready(string name, string release) => new(
        "OOT2604", DiagnosticKind.Input, $"CONFIG_{name} cannot be a module: it is built into {release} already",
        "A module with the same code would clash with it; to replace it, the kernel must be built anew with CONFIG_" + name + "=m.");

    internal static Diagnostic OnlyAsModule(string name) => new(
        "OOT2604", DiagnosticKind.Input, $"CONFIG_{name}=y would be built into the kernel, which stays as it is", $"Write --enable CONFIG_{name}=m.");

    internal static Diagnostic WrongValue(string name, string value, string right) => new(
        "OOT2605", DiagnosticKind.Usage, $"CONFIG_{name} cannot be '{value}'", $"Write --enable CONFIG_{name}={right}.");

    /// <summary>A word of <c>--enable</c> that is no setting.</summary>
    public static Diagnostic NoSetting(string word) => new("OOT2605", DiagnosticKind.Usage, $"'{word}' is no setting of an option", "Write --enable CONFIG_X=m.");

    internal static Diagnostic CannotEnable(string name, IReadOnlyList<string> reasons) => new(
        "OOT2606", DiagnosticKind.FailedCheck, $"CONFIG_{name} cannot be turned on in this kernel's configuration" + (reasons.Count == 0 ? "" : ": " + string.Join("; ", reasons)),
        "Options that usually stay as they are (COMPILE_TEST, STAGING, EXPERT, BROKEN) change only when named: --enable CONFIG_STAGING=y.");

    /// <summary>A directory of which nothing would be built.</summary>
    public static Diagnostic NothingOn(string word, string release, IReadOnlyList<string> options) => new(
        "OOT2607", DiagnosticKind.FailedCheck, $"all modules of '{word}' are off in {release}",
        options.Count == 0 ? "Turn an option on with --enable CONFIG_X=m." : $"Turn on what you need: {string.Join(", ", options.Take(12).Select(option => $"--enable {option}=m"))}{(options.Count > 12 ? $" and {options.Count - 12} more" : "")}.");

    /// <summary>There is no configuration of a kernel without headers.</summary>
    public static Diagnostic NoConfiguration(string release, string package) => new(
        "OOT2608", DiagnosticKind.Unavailable, $"there are neither headers nor a configuration of {release} here: no /proc/config.gz, no /boot/config-{release}",
        $"Install the package {package}, or fetch the kernel: `oot kernel add debian:{release} --image`.");

    /// <summary>The sources cannot be made to call themselves as the kernel does.</summary>
    public static Diagnostic OtherRelease(string release, string got) => new(
        "OOT2609", DiagnosticKind.FailedCheck, $"the prepared sources call themselves '{got}', not '{release}': the kernel would refuse their modules", "Take the sources that this kernel was built from.");

    /// <summary>Nothing tells the kernel's symbol versions.</summary>
    public static Diagnostic NoVersions(string release, bool hasVersions) => new(
        "OOT2610", DiagnosticKind.Warning, $"nothing here tells what {release} exports (Module.symvers, the kernel's image): " + (hasVersions
            ? "the modules get no CRCs, and this kernel (MODVERSIONS) will refuse them: \"no symbol version for module_layout\""
            : "a symbol that the kernel lacks will show only when the module is loaded"),
        $"Fetch the kernel, `oot kernel add debian:{release} --image`, or put the Module.symvers of its build into the object directory.");

    /// <summary>A step of preparing sources failed.</summary>
    public static Diagnostic NotPrepared(string step, string release) => new(
        "OOT2611", DiagnosticKind.BuildFailed, $"the sources cannot be prepared for {release}: `make {step}` failed", "What make said is above; it needs a C compiler, and for x86 libelf-dev, for signed modules libssl-dev.");

    /// <summary>A structure that the kernel was compiled with depends on an option that is turned on.</summary>
    public static Diagnostic ChangesStructures(string option, IReadOnlyList<string> places) => new(
        "OOT2612", DiagnosticKind.Warning, $"CONFIG_{option} changes structures that the kernel was compiled without it: {string.Join(", ", places.Take(3))}{(places.Count > 3 ? " ..." : "")}",
        "A module that uses them reads and writes the wrong places in this kernel, and nothing checks that when it is loaded. Build the kernel anew with the option.");

    internal static Diagnostic NotInKernel(string release, IReadOnlyList<string> objects) => new(
        "OOT2614", DiagnosticKind.Warning, $"the options would also link {string.Join(", ", objects.Take(4))}{(objects.Count > 4 ? $" and {objects.Count - 4} more objects" : "")} into the kernel itself, and {release} is without",
        "If the modules need what these export, modpost says so below; only a kernel that is built anew has it.");

    /// <summary>The workspace cannot be made or written.</summary>
    public static Diagnostic CannotWork(string path, string reason) => new("OOT2613", DiagnosticKind.Input, $"cannot work in '{path}': {reason}", "Make room there, or name another place with XDG_CACHE_HOME.");

    private static string Difference(SourceComparison comparison, string release)
    {
        string headers = comparison.Headers.Count == 0 ? "" : $"{comparison.Headers.Count} headers differ ({string.Join(", ", comparison.Headers.Take(3))}{(comparison.Headers.Count > 3 ? " ..." : "")})";
        return comparison.KernelVersion == comparison.SourceVersion ? $"the sources are of {comparison.SourceVersion} as {release} is, but {headers}"
            : $"the sources are of {comparison.SourceVersion}, and {release} is {comparison.KernelVersion}" + (headers.Length == 0 ? "" : ": " + headers);
    }
}
