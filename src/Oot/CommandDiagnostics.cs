using Oot.Core;

namespace Oot;

/// <summary>What can be wrong with an invocation itself.</summary>
internal static class CommandDiagnostics
{
    internal static Diagnostic WrongUsage(string message, string command) => new("OOT2001", DiagnosticKind.Usage, message, $"See `{command} --help`.");

    internal static Diagnostic Offline(string what, string package) => new(
        "OOT2002", DiagnosticKind.Unavailable, $"{what} is not in oot's store, and --offline forbids to fetch it", $"Install the package {package}, or run the command once without --offline.");

    internal static Diagnostic NoModules(string directory) => new("OOT2007", DiagnosticKind.Input, $"there is no module (.ko, .ko.xz, .ko.zst, .ko.gz) below '{directory}'", "Name module files, or a directory that has some.");

    internal static Diagnostic NoSuchFile(string path, string reason) => new("OOT2003", DiagnosticKind.Input, $"cannot read '{path}': {reason}", "Check the name.");

    internal static Diagnostic CannotWrite(string path, string reason) => new("OOT2004", DiagnosticKind.Input, $"cannot write '{path}': {reason}", "Make room, or make it writable, and run the same command again.");

    internal static Diagnostic OutputRefused(string reason) => new("OOT2004", DiagnosticKind.Input, $"cannot write to standard output: {reason}", "Make room, or send the output elsewhere, and run the same command again.");

    internal static Diagnostic NoCache() => new(
        "OOT2006", DiagnosticKind.Input, "there is no place for a cache: neither XDG_CACHE_HOME nor HOME is an absolute path", "Set one of them; until then nothing is remembered.");

    internal static Diagnostic SystemRefused(string message) => new("OOT2005", DiagnosticKind.Input, message, "Check permissions and free space, then run the same command again.");

    internal static Diagnostic UndecidedModule(string kept, string other) => new(
        "OOT2010", DiagnosticKind.Warning, $"'{other}' is not in the indexes: '{kept}' is the same module, and which of them counts is only the order of the directory",
        "Remove one, or name a directory for it with `search` or `override` in /etc/depmod.d.");

    internal static Diagnostic OnlyAnswers() => new(
        "OOT2011", DiagnosticKind.Usage, "oot modprobe loads nothing: it only says what modprobe would do", "Use -D (--show-depends) or -R (--resolve-alias), or the system's own modprobe to load.");
}
