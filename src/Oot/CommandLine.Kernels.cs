using System.CommandLine;
using Oot.Configuring;
using Oot.Core;
using Oot.Explaining;
using Oot.Kconfig.Modes;
using Oot.Kconfig.Solving;

namespace Oot;

/// <summary>The verbs about kernels, their configurations and symbols.</summary>
internal sealed partial class CommandLine
{
    private Command Config()
    {
        Argument<string> mode = new("MODE") { HelpName = "MODE", Description = "olddefconfig, oldconfig, defconfig, savedefconfig, allnoconfig, listnewconfig, localmodconfig ... as with the kernel's make." };
        mode.CompletionSources.Add(_ => ConfModes.All.Concat(LocalConfigRequest.Modes).Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        Argument<string[]> words = new("FILE|VAR=VALUE") { Description = "The file of defconfig and savedefconfig; variables such as ARCH=arm64.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> source = new("--source", "-s") { Description = "The kernel source tree.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        words.CompletionSources.Add(context => Defconfigs(context.ParseResult.GetValue(source) ?? ".").Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        Option<string?> modules = new("--lsmod") { Description = "localmodconfig: a list of loaded modules as lsmod prints it; this machine's when not given.", HelpName = "FILE" };
        Option<string[]> keptFor = new("--keep-for") { Description = "localmodconfig: keep what this out-of-tree module needs, or all modules below a directory.", HelpName = "FILE.ko|DIR" };
        var command = new Command("config", "Configures a kernel source tree in this directory, as the kernel's own conf does.") { mode, words, source, modules, keptFor };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(words) ?? [];
            string[] files = [.. given.Where(word => !IsVariable(word))];
            var terminal = new Terminal(parsed.GetValue(quiet), parsed.GetValue(verbose), environment);
            int local = LocalConfigRequest.ModeOf(parsed.GetValue(mode)!);
            if ((local >= 0 ? ConfMode.OldConfig : ConfModes.Find(parsed.GetValue(mode)!)) is not { } found)
                return terminal.Report(ConfigDiagnostics.UnknownMode(parsed.GetValue(mode)!));
            if (files.Length > (ConfModes.NeedsFile(found) ? 1 : 0))
                return terminal.Report(CommandDiagnostics.WrongUsage($"'{files[^1]}' is a file too many", "oot config"));
            if (local < 0 && (parsed.GetValue(modules) is not null || parsed.GetValue(keptFor) is [_, ..]))
                return terminal.Report(CommandDiagnostics.WrongUsage("--lsmod and --keep-for are for localmodconfig and localyesconfig", "oot config"));
            return new ConfigVerb(Session(parsed)).Run(new ConfigRequest(found, files.FirstOrDefault(), parsed.GetValue(source)!, [.. given.Where(IsVariable)], parsed.GetValue(quiet))
            {
                Local = local < 0 ? null : new LocalConfigRequest(local == 1, parsed.GetValue(modules), parsed.GetValue(keptFor) ?? []),
            });
        });
        return command;
    }

    /// <summary>The configurations that a tree has for its architectures, each name once.</summary>
    private static IEnumerable<string> Defconfigs(string tree)
    {
        var disk = new Disk();
        IReadOnlyList<string> architectures = disk.List(tree + "/arch", out IReadOnlyList<string> found) == 0 ? found : [];
        return architectures.SelectMany(name => disk.List($"{tree}/arch/{name}/configs", out IReadOnlyList<string> names) == 0 ? names : [])
            .Where(name => name.EndsWith("defconfig", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
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
        Option<bool> all = new("--all") { Description = "Show every smallest set of lines to add to the configuration (with sources)." };
        Option<string[]> allowed = new("--allow") { Description = "An option that may be changed though it usually stays: " + string.Join(", ", ConfigSolver.UsuallyStaying) + ".", HelpName = "OPTION", AllowMultipleArgumentsPerToken = false };
        allowed.CompletionSources.Add(_ => ConfigSolver.UsuallyStaying.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        Option<string?> write = new("--write") { Description = "Write the smallest set of lines there, for scripts/kconfig/merge_config.sh.", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        var command = new Command("explain", "Says why symbols are missing: where they come from, and which options bring them.")
        {
            symbols, modules, log, kernel, source, configuration, all, allowed, write, json,
        };
        command.SetAction(parsed => (parsed.GetValue(symbols) ?? []).FirstOrDefault(word => word.Length > 1 && word[0] == '-') is string option
            ? new Terminal(false, false, environment).Report(CommandDiagnostics.WrongUsage($"unknown option '{option}'", "oot explain"))
            : new ExplainVerb(Session(parsed)).Run(new ExplainRequest(
            parsed.GetValue(symbols) ?? [], parsed.GetValue(modules) ?? [], parsed.GetValue(log), parsed.GetValue(kernel), parsed.GetValue(source), parsed.GetValue(configuration), parsed.GetValue(json))
            {
                Allowed = parsed.GetValue(allowed) ?? [],
                ShowsAll = parsed.GetValue(all),
                Output = parsed.GetValue(write),
            }));
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
}
