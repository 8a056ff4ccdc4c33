using System.CommandLine;
using Oot.Core;
using Oot.Deploy.Installing;
using Oot.Installing;

namespace Oot;

/// <summary>The verbs that put modules into a system.</summary>
internal sealed partial class CommandLine
{
    private Command Install()
    {
        Argument<string[]> words = new("DIR|FILE") { Description = "Module files, or directories of them; this directory when not given.", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> kernels = InstalledKernels();
        Option<string?> root = SystemRoot();
        Option<string> directory = new("--dir") { Description = "Below the kernel's directory.", HelpName = "DIR", DefaultValueFactory = _ => "updates" };
        Option<bool> dryRun = new("--dry-run", "-n") { Description = "Only say what would be done." };
        Option<bool> force = new("--force") { Description = "Also what the kernel will refuse." };
        Option<bool> shadowed = new("--shadowed") { Description = "Also where depmod prefers another file of the same module." };
        Option<bool> noStrip = new("--no-strip") { Description = "Keep debugging information." };
        Option<string?> key = new("--key") { Description = "Sign with this private key (PEM); default: the system's machine owner key.", HelpName = "FILE" };
        Option<string?> certificate = new("--cert") { Description = "The key's certificate (DER or PEM).", HelpName = "FILE" };
        Option<bool> autoload = new("--autoload") { Description = "Load the modules at boot (/etc/modules-load.d)." };
        Option<string[]> blacklist = new("--blacklist") { Description = "Never load this module by its aliases (/etc/modprobe.d).", HelpName = "MODULE", AllowMultipleArgumentsPerToken = false };
        Option<string[]> options = new("--options") { Description = "Options of the modules (/etc/modprobe.d).", HelpName = "TEXT", AllowMultipleArgumentsPerToken = false };
        Option<string[]> soft = new("--softdep") { Description = "What the modules want before or after them: 'pre: a post: b' (/etc/modprobe.d).", HelpName = "TEXT", AllowMultipleArgumentsPerToken = false };
        Option<bool> initramfs = new("--initramfs") { Description = "Make the kernel's initramfs anew afterwards." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var command = new Command("install", "Installs modules: checked, signed, compressed and indexed, all or none.")
        {
            words, kernels, root, directory, dryRun, force, shadowed, noStrip, key, certificate, autoload, blacklist, options, soft, initramfs, json,
        };
        command.SetAction(parsed => Wrong(parsed, parsed.GetValue(words), "oot install") ?? WrongDirectory(parsed.GetValue(directory)!) ?? WrongKey(parsed.GetValue(key), parsed.GetValue(certificate))
            ?? new InstallVerb(Session(parsed)).Run(new InstallRequest(
                Bytes(parsed.GetValue(words)), Bytes(parsed.GetValue(kernels)), InstallTargets.RootOf(parsed.GetValue(root)), ByteText.FromUnicode(parsed.GetValue(directory)!.Trim('/')), parsed.GetValue(dryRun),
                parsed.GetValue(force), parsed.GetValue(shadowed), !parsed.GetValue(noStrip), FullPath(parsed.GetValue(key)), FullPath(parsed.GetValue(certificate)),
                new BootSettings(parsed.GetValue(autoload), Bytes(parsed.GetValue(blacklist)), Bytes(parsed.GetValue(options)), Bytes(parsed.GetValue(soft))), parsed.GetValue(initramfs), parsed.GetValue(json))));
        return command;
    }

    private Command Uninstall()
    {
        Argument<string[]> names = new("MODULE") { Description = "Modules that oot installed.", Arity = ArgumentArity.OneOrMore };
        Option<string[]> kernels = InstalledKernels();
        Option<string?> root = SystemRoot();
        Option<bool> dryRun = new("--dry-run", "-n") { Description = "Only say what would be done." };
        var command = new Command("uninstall", "Removes modules that oot installed, and puts back what they had replaced.") { names, kernels, root, dryRun };
        command.SetAction(parsed => Wrong(parsed, parsed.GetValue(names), "oot uninstall")
            ?? new UninstallVerb(Session(parsed)).Run(Bytes(parsed.GetValue(names)), Bytes(parsed.GetValue(kernels)), InstallTargets.RootOf(parsed.GetValue(root)), parsed.GetValue(dryRun)));
        return command;
    }

    private Command Installed()
    {
        Option<string[]> kernels = InstalledKernels();
        Option<string?> root = SystemRoot();
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var command = new Command("installed", "Shows what oot installed, and whether its kernel would still take it.") { kernels, root, json };
        command.SetAction(parsed => new InstalledVerb(Session(parsed)).Run(Bytes(parsed.GetValue(kernels)), InstallTargets.RootOf(parsed.GetValue(root)), parsed.GetValue(json)));
        return command;
    }

    private static Option<string?> SystemRoot() => new("--root") { Description = "The root of another system, such as an image that is being built.", HelpName = "PATH" };

    private Option<string[]> InstalledKernels()
    {
        Option<string[]> option = Kernels();
        option.Description = "A release, or `running`; may be repeated. Default: the running one, below another root the only one.";
        return option;
    }

    private static string[] Bytes(string[]? words) => [.. (words ?? []).Select(ByteText.FromUnicode)];

    private static string? FullPath(string? word) => word is null ? null : Oot.Session.Absolute(ByteText.FromUnicode(word));

    private int? Wrong(ParseResult parsed, string[]? words, string command) => (words ?? []).FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option
        ? Session(parsed).Terminal.Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", command)) : null;

    private int? WrongDirectory(string directory) => directory.Trim('/').Split('/').Any(part => part is "" or "." or ".." or "build" or "source")
        ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"--dir: '{directory}' is no directory for modules", "oot install")) : null;

    private int? WrongKey(string? key, string? certificate) => key is null != certificate is null
        ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage("--key and --cert go together", "oot install")) : null;
}
