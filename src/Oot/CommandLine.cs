using System.CommandLine;
using System.CommandLine.Help;
using Oot.Core;
using Oot.Kernel.HostPrograms;
using Oot.Make.Caching.Runs;

namespace Oot;

/// <summary>The verbs and their options (docs/manual.md); each action only hands over to its verb.</summary>
internal sealed partial class CommandLine
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
        (Option<string[]> parts, Option<string?> source, Option<string[]> enabled) = InTreeOptions();
        var command = new Command("build", "Builds the module in DIR and checks what came out. Targets follow --.")
        {
            words, kernels, jobs, offline, compileCommands, json, hostPrograms, explain, traceFile, parts, source, enabled,
        };
        command.SetAction(parsed => Request(parsed, words, kernels, parsed.GetValue(jobs), parsed.GetValue(offline), parsed.GetValue(compileCommands), parsed.GetValue(json), out BuildRequest request)
            ?? InTree(parsed, request, parsed.GetValue(hostPrograms), parsed.GetValue(parts) ?? [], parsed.GetValue(source), parsed.GetValue(enabled) ?? [])
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
