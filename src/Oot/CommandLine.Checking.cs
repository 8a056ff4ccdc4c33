using System.CommandLine;
using Oot.Checking;
using Oot.Core;
using Oot.Trying;

namespace Oot;

/// <summary>The verbs that ask whether modules load.</summary>
internal sealed partial class CommandLine
{
    private Command Check()
    {
        Argument<string[]> files = new("FILE") { Description = "Modules, plain or compressed, or directories of them; they are looked at together.", Arity = ArgumentArity.OneOrMore };
        Option<string[]> kernels = Kernels();
        kernels.Description = "A release, `running` (also without -k), a tree, a directory /lib/modules/RELEASE, a system's root, or a vmlinuz; may be repeated.";
        Option<string[]> certificates = new("--cert") { Description = "A certificate that the kernel trusts (DER or PEM), to verify signatures.", HelpName = "FILE" };
        Option<string[]> parameters = new("--param") { Description = "A parameter that the modules get.", HelpName = "NAME=VALUE" };
        Option<string[]> blacklist = new("--blacklist") { Description = "As module_blacklist= on the kernel's command line.", HelpName = "NAME,..." };
        Option<string[]> loaded = new("--loaded") { Description = "Only these modules are loaded; otherwise whatever is needed.", HelpName = "NAME,...", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = false };
        Option<bool> enforce = new("--sig-enforce") { Description = "As module.sig_enforce=1 on the kernel's command line." };
        Option<bool> lockdown = new("--lockdown") { Description = "The kernel is locked down, as with Secure Boot." };
        Option<bool> noVerify = new("--no-verify") { Description = "Do not verify signatures; one that is there counts as good." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Option<bool> prove = new("--prove") { Description = "Boot the kernel in QEMU, load them there, and report where it does otherwise than predicted." };
        Option<int> timeout = new("--timeout") { Description = "With --prove: after how many seconds a machine is ended.", HelpName = "SECONDS", DefaultValueFactory = _ => TryRequest.UsualSeconds };
        Option<string?> builtFor = new("--built-for") { Description = "The kernel that they were built for: where CRCs differ, the types that changed since are named. Else what their vermagic names, where it is here.", HelpName = "KERNEL" };
        Option<string[]> types = new("--symtypes") { Description = "A directory with .symtypes files of the kernel (KBUILD_SYMTYPES=1 writes them), to name types that changed; may be repeated.", HelpName = "DIR" };
        Option<string[]> builtTypes = new("--built-symtypes") { Description = "The same of the kernel that they were built for.", HelpName = "DIR" };
        Option<string?> busybox = Busybox();
        Option<string[]> flags = LoadFlags();
        Option<string?> sarif = new("--sarif") { Description = "Write the results as SARIF 2.1.0, for CI.", HelpName = "FILE" };
        var command = new Command("check", "Says whether finished modules will load: the kernel's own message and errno, and what to do.")
        {
            files, kernels, certificates, parameters, blacklist, loaded, enforce, lockdown, noVerify, builtFor, types, builtTypes, flags, prove, timeout, busybox, json, sarif,
        };
        command.SetAction(parsed => (parsed.GetValue(files) ?? []).FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option
            ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", "oot check"))
            : parsed.GetValue(timeout) is < 1 or > TryRequest.LongestSeconds ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"--timeout: not between 1 and {TryRequest.LongestSeconds}", "oot check"))
            : new CheckVerb(Session(parsed)).Run(new CheckRequest(
            parsed.GetValue(files) ?? [], parsed.GetValue(kernels) ?? [], parsed.GetValue(certificates) ?? [], parsed.GetValue(parameters) ?? [], parsed.GetValue(blacklist) ?? [],
            parsed.GetResult(loaded) is null ? null : parsed.GetValue(loaded) ?? [], parsed.GetValue(enforce), parsed.GetValue(lockdown), !parsed.GetValue(noVerify), parsed.GetValue(json), parsed.GetValue(sarif))
            {
                ProvesWithin = parsed.GetValue(prove) ? parsed.GetValue(timeout) : null,
                Busybox = parsed.GetValue(busybox),
                BuiltFor = parsed.GetValue(builtFor),
                SymbolTypes = [.. (parsed.GetValue(types) ?? []).Select(Oot.Session.Absolute)],
                BuiltSymbolTypes = [.. (parsed.GetValue(builtTypes) ?? []).Select(Oot.Session.Absolute)],
                Flags = LoadFlagNames.Of(parsed.GetValue(flags) ?? []),
            }));
        return command;
    }

    private static Option<string?> Busybox() => new("--busybox") { Description = "The static busybox for the guest; else the system's, or the distribution's for the kernel's architecture.", HelpName = "FILE" };

    private static Option<string[]> LoadFlags()
    {
        Option<string[]> flags = new("--flags") { Description = "How they are loaded: ignore-vermagic, ignore-modversions, compressed (the kernel decompresses), memory (init_module).", HelpName = "FLAG" };
        flags.AcceptOnlyFromAmong([.. LoadFlagNames.All]);
        return flags;
    }

    private Command Try()
    {
        Argument<string[]> files = new("FILE") { Description = "Modules, plain or compressed, or directories of them; what they need is loaded before.", Arity = ArgumentArity.OneOrMore };
        Option<string> kernel = new("--kernel", "-k") { Description = "A release, `running` (also without -k), the root of an installed system, or a vmlinuz.", HelpName = "KERNEL", DefaultValueFactory = _ => "running" };
        kernel.CompletionSources.Add(_ => KernelNames());
        Option<string?> image = new("--image") { Description = "The kernel's vmlinuz, where it is not in /boot.", HelpName = "FILE" };
        Option<string[]> parameters = new("--param") { Description = "A parameter for the modules, or with MODULE. in front for one of them.", HelpName = "NAME=VALUE" };
        Option<string[]> flags = LoadFlags();
        Option<string?> script = new("--run") { Description = "A shell script or static program to run inside when all are loaded; its exit code is returned.", HelpName = "SCRIPT" };
        Option<string?> append = new("--append") { Description = "Words for the kernel's command line.", HelpName = "WORDS" };
        Option<string[]> arguments = new("--qemu-arg") { Description = "A word for QEMU, such as --qemu-arg=-device --qemu-arg=edu.", HelpName = "WORD" };
        Option<string> accelerator = new("--accel") { Description = "kvm or tcg (no KVM); auto takes KVM where it works.", HelpName = "auto|kvm|tcg", DefaultValueFactory = _ => "auto" };
        accelerator.AcceptOnlyFromAmong("auto", "kvm", "tcg");
        Option<int> timeout = new("--timeout") { Description = "After how many seconds the machine is ended.", HelpName = "SECONDS", DefaultValueFactory = _ => TryRequest.UsualSeconds };
        Option<string?> busybox = Busybox();
        Option<bool> keep = new("--no-unload") { Description = "Do not unload the modules at the end." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var command = new Command("try", "Boots a kernel in QEMU and loads modules there, without root: its log, the errno, the taint.")
        {
            files, kernel, image, parameters, flags, script, append, arguments, accelerator, timeout, busybox, keep, json,
        };
        command.SetAction(parsed => (parsed.GetValue(files) ?? []).FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option
            ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", "oot try"))
            : parsed.GetValue(timeout) is < 1 or > TryRequest.LongestSeconds ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"--timeout: not between 1 and {TryRequest.LongestSeconds}", "oot try"))
            : new TryVerb(Session(parsed)).Run(new TryRequest(
            parsed.GetValue(files) ?? [], parsed.GetValue(kernel)!, parsed.GetValue(image), parsed.GetValue(parameters) ?? [], LoadFlagNames.Of(parsed.GetValue(flags) ?? []), parsed.GetValue(script),
            parsed.GetValue(append) ?? "", parsed.GetValue(arguments) ?? [], parsed.GetValue(accelerator) is "auto" ? null : parsed.GetValue(accelerator), parsed.GetValue(timeout), !parsed.GetValue(keep), parsed.GetValue(json))
            {
                Busybox = parsed.GetValue(busybox),
            }));
        return command;
    }
}
