using Oot.Core;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;

namespace Oot.Kernel;

/// <summary>What can be wrong with kernels, module directories and modules: one method a message, one page each in docs/diagnostics.</summary>
public static class KernelDiagnostics
{
    internal static Diagnostic ImpossiblePath(string directory, char character) => new(
        "OOT1001", DiagnosticKind.Input, $"kbuild cannot build in '{directory}': its path has {Named(character)}",
        "Move or copy the module to a path without it, and build there.");

    private static string Named(char character) => character switch
    {
        ' ' => "a blank",
        '\t' => "a tab",
        '\n' => "a line break",
        < ' ' => "a control character",
        _ => $"the character {character}",
    };

    internal static Diagnostic UnreadableDirectory(string directory, string reason) => new(
        "OOT1002", DiagnosticKind.Input, $"cannot read the module directory '{directory}': {reason}", "Name a directory that holds a Kbuild file or a Makefile.");

    internal static Diagnostic NoMakefile(string directory, string? found, string? configure) => new(
        "OOT1003", DiagnosticKind.Input, $"no Kbuild, Makefile, makefile or GNUmakefile in '{directory}'",
        configure is not null ? $"It has a {configure}: run that first, then `oot build` again."
        : found is null ? "Create a Kbuild file with a line such as `obj-m := NAME.o` for NAME.c." : $"There is one in '{found}': try `oot build {found}`.");

    internal static Diagnostic UnreadableMakefile(string path, string reason) => new(
        "OOT1004", DiagnosticKind.Input, $"cannot read '{path}': {reason}", "Make it readable, then run the same command again.");

    internal static Diagnostic DirectoryIsKernel(string directory) => new(
        "OOT1005", DiagnosticKind.Input, $"'{directory}' is a kernel tree, not a module's directory",
        $"Name the directory of the module; to build it for this kernel: `oot build DIR -k {directory}`.");

    /// <summary>A kernel that was asked for by name does not exist.</summary>
    public static Diagnostic NoSuchKernel(string name, string package, string? similar) => new(
        "OOT1101", DiagnosticKind.Unavailable, $"no kernel tree for '{name}' on this machine",
        $"Install the package {package}" + (similar is null ? ", or see `oot kernel list`." : $", or did you mean {similar}? `oot kernel list` shows all."));

    /// <summary>A tree that was asked for cannot be built against.</summary>
    public static Diagnostic UnusableTree(KernelTree tree, string package, string compilerPackage) => tree.Problem switch
    {
        TreeProblem.NotPrepared => new("OOT1102", DiagnosticKind.Input, $"the kernel tree '{tree.Path}' is not prepared: it has no include/config/auto.conf",
            $"Run `make -C {tree.Path} modules_prepare` in a configured source tree, or use the header package {package}."),
        TreeProblem.DanglingLink => new("OOT1103", DiagnosticKind.Unavailable, $"'{tree.Path}' points to '{tree.Detail}', which is missing",
            $"Install the package {package}."),
        TreeProblem.CompilerMissing => new("OOT1104", DiagnosticKind.Unavailable, $"the kernel {tree.Release} is built with '{tree.Detail}', which is not installed",
            $"Install the package {compilerPackage}."),
        TreeProblem.OtherArchitecture => new("OOT1107", DiagnosticKind.Unavailable, $"the kernel {tree.Release} is for {tree.Detail}, and no cross compiler is set",
            $"Set CROSS_COMPILE (for example CROSS_COMPILE={tree.Detail}-linux-gnu-) and try again."),
        TreeProblem.NotAKernelTree => new("OOT1105", DiagnosticKind.Input, $"'{tree.Path}' is not a kernel tree: it has no Makefile",
            "Name the directory that `make -C` would get: the one with the kernel's Makefile and .config."),
        TreeProblem.NoSymbolVersions => NoSymbolVersions(tree),
        _ => new("OOT1106", DiagnosticKind.Input, $"cannot read the kernel tree '{tree.Path}': {tree.Detail}", $"Name an existing directory, or install the package {package}."),
    };

    /// <summary>A tree without Module.symvers.</summary>
    public static Diagnostic NoSymbolVersions(KernelTree tree) => new(
        "OOT1109", DiagnosticKind.Warning, $"'{tree.Path}' has no Module.symvers: no symbol can be checked"
        + (tree.Configuration?.IsYes("MODVERSIONS") == true ? ", and the kernel (MODVERSIONS) will refuse the module" : ""),
        "Copy Module.symvers from the build of exactly this kernel into the tree.");

    /// <summary>No kernel at all, and none may or can be fetched.</summary>
    public static Diagnostic NoKernel(string package, string why) => new(
        "OOT1108", DiagnosticKind.Unavailable, $"no usable kernel tree on this machine, and {why}", $"Install the package {package}, or name a tree with -k.");

    internal static Diagnostic CannotSteer(string makefile, string release) => new(
        "OOT1201", DiagnosticKind.Input, $"'{makefile}' takes the kernel from /lib/modules/$(uname -r)/build and no variable changes that; {release} is not reachable there",
        $"Install the kernel's headers so that /lib/modules/{release}/build exists, or let the makefile read a variable: `KDIR ?= /lib/modules/$(shell uname -r)/build` and `make -C $(KDIR)`.");

    internal static Diagnostic IgnoredVariable(string variable, string replacement, string release) => new(
        "OOT1202", DiagnosticKind.Warning, $"the kernel {release} ignores {variable}", $"Use {replacement} in the Kbuild file instead.");

    /// <summary>make failed.</summary>
    public static Diagnostic BuildFailed(string release, int status) => new(
        "OOT1301", DiagnosticKind.BuildFailed, $"the build for {release} failed (make: exit status {status})");

    /// <summary>A module was built for another kernel than the one asked for.</summary>
    public static Diagnostic WrongVermagic(string path, string release, IReadOnlyList<VermagicDifference> differences) => new(
        "OOT1302", DiagnosticKind.FailedCheck, $"'{path}' is not for the kernel {release}: {string.Join("; ", differences)}",
        "The makefile built it against another tree: let it take the tree from KDIR, and run `oot clean` before the next `oot build`.");

    internal static Diagnostic UnreadableModule(string path, string reason) => new(
        "OOT1303", DiagnosticKind.Input, $"cannot read '{path}' as a kernel module: {reason}", "Build it again.");

    internal static Diagnostic NoDecompressor(string path, string package) => new(
        "OOT1306", DiagnosticKind.Unavailable, $"cannot decompress '{path}': the library for it is not installed", $"Install the package {package}.");

    internal static Diagnostic UnreadableImage(string path, string reason) => new(
        "OOT1307", DiagnosticKind.Input, $"cannot read '{path}' as a kernel image: {reason}", "Name a vmlinuz or vmlinux, as in /boot.");

    /// <summary>There is nothing of a kernel that modules could be checked against.</summary>
    internal static Diagnostic NothingOfKernel(string name) => new(
        "OOT1308", DiagnosticKind.Unavailable, $"there is nothing of the kernel '{name}' here: no tree, no modules, no image", "Name an installed release, a header tree, a directory /lib/modules/RELEASE, or a vmlinuz.");

    /// <summary>There is nothing of a release that modules could be checked against.</summary>
    public static Diagnostic NothingOfRelease(string release, bool isRunning, string package) => new(
        "OOT1308", DiagnosticKind.Unavailable, $"there is nothing of the {(isRunning ? "running " : "")}kernel '{release}' here: no tree, no modules, no image",
        $"Install the package {package}, fetch it with `oot kernel add debian:{release}`, or name another kernel with -k: an installed release, a header tree, a directory /lib/modules/RELEASE, or a vmlinuz.");

    internal static Diagnostic UnreadableCertificate(string path, string reason) => new(
        "OOT1309", DiagnosticKind.Input, $"cannot read the certificate '{path}': {reason}", "Name a certificate in DER or PEM.");

    /// <summary>make succeeded without making a module.</summary>
    public static Diagnostic NothingBuilt(string directory) => new(
        "OOT1304", DiagnosticKind.FailedCheck, $"make succeeded, but there is no .ko below '{directory}'",
        "See that the Kbuild file has `obj-m := NAME.o`; an `obj-$(CONFIG_X)` builds nothing while CONFIG_X is off.");

    /// <summary>A module without vermagic.</summary>
    public static Diagnostic NoVermagic(string path) => new(
        "OOT1305", DiagnosticKind.FailedCheck, $"'{path}' has no vermagic", "It was not linked by modpost: build it again from a clean directory.");

    internal static Diagnostic NoApt(string package) => new(
        "OOT1401", DiagnosticKind.Unavailable, "kernels can be fetched with apt-get and dpkg-deb only, and they are not here", $"Install the package {package} with this distribution's own tools.");

    internal static Diagnostic AptFailed(string what, string said) => new(
        "OOT1402", DiagnosticKind.Unavailable, $"apt-get could not {what}" + (said.Length == 0 ? "" : $": {said}"),
        "Check the network and /etc/apt/sources.list, then run the same command again.");

    internal static Diagnostic NoPackage(string package, string suites, string? similar) => new(
        "OOT1403", DiagnosticKind.Unavailable, $"there is no package {package} in {suites}",
        similar is null ? "Old kernels leave the archive: name another release, or a suite with debian:RELEASE@SUITE." : $"There is {similar}. Another suite can be named: debian:RELEASE@SUITE.");

    internal static Diagnostic NoSources(string release, string package, string why) => new(
        "OOT1411", DiagnosticKind.Unavailable, $"the sources of {release} are not here, and {why}", $"Run the command once without --offline, or install the package {package} and name where its archive was unpacked with --source.");

    internal static Diagnostic BadPackage(string file, string reason) => new(
        "OOT1404", DiagnosticKind.Input, $"cannot unpack '{file}': {reason}", "Name a .deb file that `dpkg-deb --info` can read.");

    internal static Diagnostic NoTreeInPackages() => new(
        "OOT1405", DiagnosticKind.Input, "these packages hold no prepared kernel tree", "Give linux-headers-RELEASE together with its -common and linux-kbuild packages.");

    /// <summary>The store has another tree of the same release.</summary>
    public static Diagnostic AlreadyThere(string release, string where) => new(
        "OOT1406", DiagnosticKind.Input, $"the kernel {release} is already in oot's store, as '{where}'", $"Run `oot kernel remove {release}` first.");

    /// <summary>A kernel to remove is not oot's.</summary>
    public static Diagnostic NotInStore(string name, string directory) => new(
        "OOT1407", DiagnosticKind.Input, $"'{name}' is not in oot's store ({directory})", "Only kernels that `oot kernel add` brought can be removed.");

    /// <summary>A specification that is none of the known ones.</summary>
    public static Diagnostic UnknownSpecification(string text) => new(
        "OOT1408", DiagnosticKind.Usage, $"'{text}' does not name a kernel to add", "Write debian:default, debian:RELEASE, debian:RELEASE@SUITE, `deb FILE...` or `dir PATH`.");

    internal static Diagnostic IncompletePackages(string missing) => new(
        "OOT1409", DiagnosticKind.Input, $"the kernel tree in these packages needs '{missing}', which none of them has", "Give linux-headers-RELEASE together with its -common and linux-kbuild packages.");

    /// <summary>objtool does not start, in any way.</summary>
    internal static Diagnostic NoObjtool(string program, bool isThere) => new(
        "OOT1601", DiagnosticKind.Unavailable, $"{Reason(program, isThere)}, and a module must not be built without it: since 6.1 static branches would take the wrong side",
        "Install or fetch the linux-kbuild package of this kernel for this machine, or name an objtool of the same kernel version in OOT_OBJTOOL.");

    /// <summary>A program without which the build cannot go on does not start, in any way.</summary>
    internal static Diagnostic NoHostProgram(string program, bool isThere) => new(
        "OOT1603", DiagnosticKind.Unavailable, $"{Reason(program, isThere)}, and oot has no implementation of it",
        "Install or fetch the linux-kbuild package of this kernel for this machine.");

    private static string Reason(string program, bool isThere) =>
        isThere ? $"the kernel tree's '{program}' does not start on this system" : $"the kernel tree has no '{program}'";

    /// <summary>A module with kfuncs needs the BTF tools.</summary>
    internal static Diagnostic NoBtfIdentifiers(string module, string why) => new(
        "OOT1602", DiagnosticKind.Unavailable, $"'{module}' has a section .BTF_ids (kfuncs), which cannot be filled in: {why}",
        "Install a newer pahole, or name a resolve_btfids of the same kernel version in OOT_RESOLVE_BTFIDS.");

    internal static Diagnostic NoSpace(string directory, long free, long needed) => new(
        "OOT1410", DiagnosticKind.Unavailable, $"a kernel needs {needed} MiB in '{directory}', where {free} MiB are free", "Make room there, or set XDG_DATA_HOME to a directory on another file system.");

    /// <summary>The dry run showed no compiler call.</summary>
    public static Diagnostic NoCompileCommands(string directory) => new(
        "OOT1501", DiagnosticKind.FailedCheck, $"make would compile nothing in '{directory}'", "See that the Kbuild file has `obj-m := NAME.o`.");
}
