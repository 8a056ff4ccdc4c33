using System.CommandLine;
using System.CommandLine.Help;
using Oot.Checking;
using Oot.Configuring;
using Oot.Core;
using Oot.Deploy.Installing;
using Oot.Explaining;
using Oot.Installing;
using Oot.Kconfig.Modes;
using Oot.Kernel.HostPrograms;
using Oot.Make.Caching.Runs;
using Oot.Trying;

namespace Oot;

/// <summary>The verbs and their options (docs/manual.md); each action only hands over to its verb.</summary>
internal sealed class CommandLine
{
    private readonly IReadOnlyList<string> environment;
    private readonly IReadOnlyList<string> targets;
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Show commands and reasons.", Recursive = true };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Errors only.", Recursive = true };

    private readonly RunMemory? memory;
    private bool isNoted;

    private CommandLine(IReadOnlyList<string> environment, IReadOnlyList<string> targets, RunMemory? memory)
    {
        this.memory = memory;
        this.environment = environment;
        this.targets = targets;
    }

    /// <summary>Parses and runs; whatever goes wrong ends as a message and an exit code.</summary>
    internal static int Run(string[] arguments, IReadOnlyList<string> environment, RunMemory? memory = null)
    {
        try
        {
            int end = Array.IndexOf(arguments, "--");
            IReadOnlyList<string> targets = end < 0 ? [] : arguments[(end + 1)..];
            var line = new CommandLine(environment, targets, memory);
            RootCommand root = line.Root();
            ParseResult parsed = root.Parse(Detached(end < 0 ? arguments : arguments[..end]), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
                return new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage(parsed.Errors[0].Message.TrimEnd('.'), NameOf(parsed.CommandResult.Command)));
            using var help = new StringWriter();
            int code = line.Remember(parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = help }));
            if (help.ToString().TrimEnd('\n') is { Length: > 0 } text)
                new Terminal(false, false, environment).Result(ByteText.FromUnicode(text));
            return code;
        }
        catch (OutputRefusedException refused)
        {
            return new Terminal(false, false, environment).Report(CommandDiagnostics.OutputRefused(refused.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !Debugging(environment))
        {
            return new Terminal(false, false, environment).Report(CommandDiagnostics.SystemRefused(ByteText.FromUnicode(e.Message)));
        }
        catch (OperationCanceledException)
        {
            new Terminal(false, false, environment).Note("interrupted");
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            string text = Debugging(environment) ? e.ToString() : $"{e.GetType().Name}: {e.Message}";
            _ = Disk.WriteAll(2, ByteText.ToBytes(ByteText.FromUnicode($"error: this is a bug in oot: {text}\n  Please report it with the command; OOT_DEBUG=1 shows where it happened.\n")));
            return ExitCode.Bug;
        }
    }

    private int Remember(int code)
    {
        if (isNoted)
            memory?.Close(code);
        return code;
    }

    // `-j4` and `-k6.1` are one word to people who type make.
    private static List<string> Detached(IReadOnlyList<string> arguments)
    {
        var result = new List<string>();
        foreach (string argument in arguments)
        {
            bool attached = argument.Length > 2 && argument[0] == '-' && argument[1] is 'j' or 'k' && argument[2] != '=';
            if (attached && argument[0] == '-')
                result.AddRange([argument[..2], argument[2..]]);
            else
                result.Add(argument);
        }
        return result;
    }

    private static bool Debugging(IReadOnlyList<string> environment) => ProcessEnvironment.Value(environment, "OOT_DEBUG") == "1";

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is Command parent ? $"{NameOf(parent)} {command.Name}" : "oot";

    private Session Session(ParseResult parsed, string? hostPrograms = null) =>
        new(new Disk(), new ProgramRunner(new Disk()), hostPrograms is null ? environment : MakeVerb.With(environment, hostPrograms), new Terminal(parsed.GetValue(quiet), parsed.GetValue(verbose), environment));

    /// <summary>A session in which everything is noted that is asked and said.</summary>
    private Session NotedSession(ParseResult parsed, string? hostPrograms)
    {
        if (memory is null)
            return Session(parsed, hostPrograms);
        isNoted = true;
        IReadOnlyList<string> noted = memory.Over(hostPrograms is null ? environment : MakeVerb.With(environment, hostPrograms));
        var disk = new Disk();
        return new Session(memory.Over(disk), memory.Over(new ProgramRunner(disk), disk), noted, new Terminal(parsed.GetValue(quiet), parsed.GetValue(verbose), noted, memory));
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Builds out-of-tree Linux kernel modules.")
        {
            verbose, quiet, Build(), Clean(), Check(), Try(), Install(), Uninstall(), Installed(), Config(), Explain(), Symbols(), Kernel(), Cache(),
        };
        root.Subcommands.Add(new Command("make", "GNU make 4.4.1's command line: oot make [OPTIONS] [VAR=VALUE]... [TARGET]..."));
        root.Subcommands.Add(new Command("modinfo", "kmod's modinfo: oot modinfo [OPTIONS] MODULE|FILE..., and --json."));
        root.Subcommands.Add(new Command("depmod", "kmod's depmod: oot depmod [OPTIONS] [RELEASE], and --json."));
        root.Subcommands.Add(new Command("modprobe", "What modprobe would do: oot modprobe -D MODULE, -R ALIAS, and --json."));
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private Command Build()
    {
        Argument<string[]> words = Words();
        Option<string[]> kernels = Kernels();
        Option<int> jobs = new("--jobs", "-j") { Description = "Commands at once; one a processor when not given." };
        Option<bool> offline = Offline();
        Option<bool> compileCommands = new("--compile-commands") { Description = "Write compile_commands.json into DIR instead of building." };
        Option<bool> json = new("--json") { Description = "Report as JSON on standard output; make's lines go to standard error." };
        Option<string?> hostPrograms = new("--host-programs") { Description = "Whose fixdep, modpost and so on a build runs: oot's own (default), or the kernel tree's.", HelpName = "oot|tree" };
        hostPrograms.AcceptOnlyFromAmong("oot", HostProgramSubstitution.TreesOwn);
        Option<bool> explain = new("--explain") { Description = "Say for each file that is made why: what is newer, or what its command now has." };
        Option<string?> traceFile = new("--trace-file") { Description = "Write what happens when, for chrome://tracing and Perfetto.", HelpName = "FILE" };
        var command = new Command("build", "Builds the module in DIR and checks what came out. Targets follow --.")
        {
            words, kernels, jobs, offline, compileCommands, json, hostPrograms, explain, traceFile,
        };
        command.SetAction(parsed => Request(parsed, words, kernels, parsed.GetValue(jobs), parsed.GetValue(offline), parsed.GetValue(compileCommands), parsed.GetValue(json), out BuildRequest request)
            ?? new BuildVerb(NotedSession(parsed, parsed.GetValue(hostPrograms))).Run(request with
            {
                Explains = parsed.GetValue(explain),
                TraceFile = parsed.GetValue(traceFile) is { } file ? ByteText.FromUnicode(file) : null,
            }));
        return command;
    }

    private Command Clean()
    {
        Argument<string[]> words = Words();
        Option<string[]> kernels = Kernels();
        Option<bool> offline = Offline();
        var command = new Command("clean", "Removes what a build left in DIR.")
        {
            words, kernels, offline,
        };
        command.SetAction(parsed => Request(parsed, words, kernels, 1, parsed.GetValue(offline), false, false, out BuildRequest request) ?? new CleanVerb(Session(parsed)).Run(request));
        return command;
    }

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
        Option<string?> busybox = Busybox();
        Option<string[]> flags = LoadFlags();
        Option<string?> sarif = new("--sarif") { Description = "Write the results as SARIF 2.1.0, for CI.", HelpName = "FILE" };
        var command = new Command("check", "Says whether finished modules will load: the kernel's own message and errno, and what to do.")
        {
            files, kernels, certificates, parameters, blacklist, loaded, enforce, lockdown, noVerify, builtFor, flags, prove, timeout, busybox, json, sarif,
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
                Flags = LoadFlagNames.Of(parsed.GetValue(flags) ?? []),
            }));
        return command;
    }

    private static Option<string?> Busybox() => new("--busybox") { Description = "The static busybox for the guest, where the kernel's architecture is not this machine's.", HelpName = "FILE" };

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

    private Command Config()
    {
        Argument<string> mode = new("MODE") { HelpName = "MODE", Description = "olddefconfig, oldconfig, defconfig, savedefconfig, allnoconfig, listnewconfig, syncconfig ... as with the kernel's make." };
        mode.CompletionSources.Add(_ => ConfModes.All.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        Argument<string[]> words = new("FILE|VAR=VALUE") { Description = "The file of defconfig and savedefconfig; variables such as ARCH=arm64.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> source = new("--source", "-s") { Description = "The kernel source tree.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var command = new Command("config", "Configures a kernel source tree in this directory, as the kernel's own conf does.") { mode, words, source };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(words) ?? [];
            string[] files = [.. given.Where(word => !IsVariable(word))];
            var terminal = new Terminal(parsed.GetValue(quiet), parsed.GetValue(verbose), environment);
            if (ConfModes.Find(parsed.GetValue(mode)!) is not { } found)
                return terminal.Report(ConfigDiagnostics.UnknownMode(parsed.GetValue(mode)!));
            if (files.Length > (ConfModes.NeedsFile(found) ? 1 : 0))
                return terminal.Report(CommandDiagnostics.WrongUsage($"'{files[^1]}' is a file too many", "oot config"));
            return new ConfigVerb(Session(parsed)).Run(new ConfigRequest(found, files.FirstOrDefault(), parsed.GetValue(source)!, [.. given.Where(IsVariable)], parsed.GetValue(quiet)));
        });
        return command;
    }

    private Command Explain()
    {
        Argument<string[]> symbols = new("SYMBOL") { Description = "Names of symbols.", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> modules = new("--module") { Description = "A module, plain or compressed: explain what it needs and the kernel does not export.", HelpName = "FILE.ko" };
        Option<string?> log = new("--log") { Description = "A build's or a kernel's log: explain the symbols that it complains about.", HelpName = "FILE" };
        Option<string?> kernel = new("--kernel", "-k") { Description = "A release, `running` or a tree's path; what `oot build` would take when not given.", HelpName = "KERNEL" };
        kernel.CompletionSources.Add(_ => KernelNames());
        Option<string?> source = new("--source") { Description = "The kernel's sources; without them oot's own maps answer.", HelpName = "DIR" };
        Option<string?> configuration = new("--config") { Description = "A .config to ask about in place of the kernel's own.", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var command = new Command("explain", "Says why symbols are missing: where they come from, and which options bring them.")
        {
            symbols, modules, log, kernel, source, configuration, json,
        };
        command.SetAction(parsed => (parsed.GetValue(symbols) ?? []).FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option
            ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", "oot explain"))
            : new ExplainVerb(Session(parsed)).Run(new ExplainRequest(
            parsed.GetValue(symbols) ?? [], parsed.GetValue(modules) ?? [], parsed.GetValue(log), parsed.GetValue(kernel), parsed.GetValue(source), parsed.GetValue(configuration), parsed.GetValue(json))));
        return command;
    }

    private Command Symbols()
    {
        Argument<string> directory = new("DIR") { Description = "The top directory of a kernel's sources." };
        Option<string?> output = new("--output", "-o") { Description = "The file; VERSION.map.gz when not given.", HelpName = "FILE" };
        var map = new Command("map", "Makes the map of a kernel's sources that `oot explain` looks in: every exported symbol, and when it is built.") { directory, output };
        map.SetAction(parsed => new SymbolsMapVerb(Session(parsed)).Run(parsed.GetValue(directory)!, parsed.GetValue(output)));
        return new Command("symbols", "The symbols of kernels.") { map };
    }

    private Command Kernel()
    {
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var list = new Command("list", "Shows every kernel oot knows, and why one is not usable.") { json };
        list.SetAction(parsed => new KernelListVerb(Session(parsed)).Run(parsed.GetValue(json)));

        Argument<string?> shown = KernelName("The kernel; what `oot build` would take when not given.", ArgumentArity.ZeroOrOne);
        var show = new Command("show", "Shows one kernel: configuration, symbols, compilers.") { shown, json };
        show.SetAction(parsed => new KernelShowVerb(Session(parsed)).Run(parsed.GetValue(shown), parsed.GetValue(json)));

        Argument<string[]> specification = new("SPEC") { Description = "debian:RELEASE[@SUITE], deb FILE..., or dir PATH.", Arity = ArgumentArity.OneOrMore };
        Option<bool> offline = Offline();
        Option<string?> architecture = new("--arch") { Description = "The architecture of a kernel to fetch: arm64, armhf, riscv64...; this machine's when not given.", HelpName = "ARCH" };
        Option<bool> image = new("--image") { Description = "Fetch the kernel itself and its modules too, for `oot try` and `oot check`." };
        var add = new Command("add", "Adds a kernel to oot's store ($XDG_DATA_HOME/oot/kernels), without root.")
        {
            specification, offline, architecture, image,
        };
        add.SetAction(parsed => new KernelAddVerb(Session(parsed)).Run(parsed.GetValue(specification) ?? [], parsed.GetValue(offline), parsed.GetValue(architecture), parsed.GetValue(image)));

        Argument<string?> removed = KernelName("The release.", ArgumentArity.ExactlyOne);
        var remove = new Command("remove", "Takes a kernel out of oot's store.") { removed };
        remove.SetAction(parsed => new KernelRemoveVerb(Session(parsed)).Run(parsed.GetValue(removed)!));
        return new Command("kernel", "Kernels that modules can be built for.") { list, show, add, remove };
    }

    private Command Cache()
    {
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var show = new Command("show", "Shows where make's memory lies and what is in it.") { json };
        show.SetAction(parsed => new CacheVerb(Session(parsed)).Show(parsed.GetValue(json)));
        var clear = new Command("clear", "Forgets everything; the next build only takes longer.") { json };
        clear.SetAction(parsed => new CacheVerb(Session(parsed)).Clear(parsed.GetValue(json)));
        return new Command("cache", "What make remembers between builds.") { show, clear };
    }

    private static Argument<string[]> Words() => new("DIR|VAR=VALUE")
    {
        Description = "The module's directory (this one when not given), and make variables.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private Option<string[]> Kernels()
    {
        Option<string[]> option = new("--kernel", "-k") { Description = "A release, `running`, or a tree's path; may be repeated.", HelpName = "KERNEL", AllowMultipleArgumentsPerToken = false };
        option.CompletionSources.Add(_ => KernelNames());
        return option;
    }

    private Argument<string?> KernelName(string description, ArgumentArity arity)
    {
        Argument<string?> argument = new("KERNEL") { Description = description, Arity = arity };
        argument.CompletionSources.Add(_ => KernelNames());
        return argument;
    }

    private IEnumerable<System.CommandLine.Completions.CompletionItem> KernelNames()
    {
        var session = new Session(new Disk(), new ProgramRunner(new Disk()), environment, new Terminal(true, false, environment));
        return session.Finder([]).All().Select(tree => tree.Release).Append("running").Distinct(StringComparer.Ordinal).Select(name => new System.CommandLine.Completions.CompletionItem(name));
    }

    private static Option<bool> Offline() => new("--offline") { Description = "Never fetch a kernel." };

    // Null when the words are right; else the exit code.
    private int? Request(
        ParseResult parsed, Argument<string[]> words, Option<string[]> kernels, int jobs, bool offline, bool compileCommands, bool json, out BuildRequest request)
    {
        string[] given = parsed.GetValue(words) ?? [];
        string[] directories = [.. given.Where(word => !IsVariable(word))];
        request = new BuildRequest(directories.FirstOrDefault("."), parsed.GetValue(kernels) ?? [], jobs, offline, compileCommands, json, [.. given.Where(IsVariable)], targets);
        if (given.FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option)
            return new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", NameOf(parsed.CommandResult.Command)));
        if (directories.Length > 1)
            return new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"one directory at a time: '{directories[1]}' is the second (targets follow --)", "oot build"));
        return jobs < 0 ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage("-j needs a number above 0", "oot build")) : null;
    }

    private static bool IsVariable(string word)
    {
        int equals = word.IndexOf('=');
        return equals > 0 && word[..equals].TrimEnd(':', '+', '?').All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
    }
}
