using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Deploy.Resolving;
using Oot.Kernel.Modules.Indexes;
using Oot.Modinfo;

namespace Oot.Modprobe;

/// <summary>
/// kmod's <c>modprobe</c> as far as it only answers: <c>--show-depends</c> and <c>--resolve-alias</c>. Loading is left to the system's own program.
/// </summary>
internal sealed class ModprobeProgram(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    private const string Name = "modprobe";

    private const string Help = """
        Usage:
        	oot modprobe -D [options] [-i] [-b] modulename [module parameters]
        	oot modprobe -D [options] -a [-i] [-b] modulename [modulename...]
        	oot modprobe -R [options] alias
        Says what modprobe would do; loads nothing.
        Options:
        	-D, --show-depends         Print what would be loaded, in its order
        	-R, --resolve-alias        Print the modules that an alias leads to
        	-a, --all                  Every word is a name
        	-i, --ignore-install       Ignore install commands
        	-b, --use-blacklist        Apply the blacklist to names too
        	-C, --config=FILE          Use FILE instead of the default search paths
        	-d, --dirname=DIR          Use DIR as filesystem root for /lib/modules
        	-S, --set-version=VERSION  Use VERSION instead of `uname -r`
        	-q, --quiet                Say nothing where there is no such module
        	-V, --version              Show version
        	-h, --help                 Show this help
        	    --kmod-compat=N        Be like kmod 30, 33 or 34 (default: the installed one)
        	    --json                 Print JSON
        Examples:
        	oot modprobe -D ext4
        	oot modprobe -d /mnt -S 6.1.0-56-amd64 -D snd_hda_intel power_save=1
        	oot modprobe -R pci:v00008086d00001533sv00000000sd00000000bc02sc00i00

        """;

    private ModprobeOptions options = new();
    private string directory = "";

    internal int Run(IReadOnlyList<string> arguments)
    {
        var reader = new GetoptReader(Name, ModprobeOptions.Table);
        string? wrong = reader.Read(arguments);
        options = ModprobeOptions.Of(reader.Options);
        if (options.Only == 'h')
            return Print(Help);
        if (wrong is not null)
            return Fail(wrong);
        if (options.Compatibility < 0)
            return Fail($"{Name}: --kmod-compat: 30, 33 or 34");
        int version = options.Compatibility > 0 ? options.Compatibility : InstalledKmod.Version(disk, programs, environment);
        var level = new KmodLevel(version is > 0 and < 33 ? 30 : version == 33 ? 33 : 34);
        if (options.Only == 'V')
            return Print(ModinfoHelp.Version(level.Number));
        if (!options.OnlyResolves && !options.ShowsDependencies)
            return new Terminal(false, false, environment).Report(CommandDiagnostics.OnlyAnswers());
        if (reader.Words.Count == 0)
            return Fail($"{Name}: ERROR: missing parameters. See -h.");
        return Run(reader.Words, level);
    }

    private int Run(List<string> words, KmodLevel level)
    {
        string release = options.Release ?? (disk.Read("/proc/sys/kernel/osrelease", out string text) == 0 ? text.Trim() : "");
        directory = $"{options.Root ?? ""}/lib/modules/{release}";
        if (!directory.StartsWith('/'))
            directory = $"{ProcessContext.WorkingDirectory()}/{directory}";
        Recover();
        ModprobeConfiguration configuration = new ModprobeConfigurationReader(disk, level, message => Complain($"{Name}: ERROR: {message}"))
            .Read(directory, options.Configuration ?? ModprobeConfigurationReader.Directories(level), disk.Read("/proc/cmdline", out string line) == 0 ? line : "");
        var resolver = new ModuleResolver(new ModuleIndexes(disk, directory), configuration);
        string extra = options.All ? "" : ModuleOptions(words.Skip(1));
        var reports = new List<ModprobeReport>();
        bool failed = false;
        foreach (string word in options.All ? words : words[..1])
        {
            ModprobeReport report = Answer(word, resolver, extra);
            failed |= report.Error is not null;
            reports.Add(report);
            if (!options.Json)
                Say(report);
        }
        if (options.Json)
            _ = Print(ByteText.FromUnicode(Reports.Json(reports)) + "\n");
        return failed ? 1 : 0;
    }

    // What a killed depmod left unfinished would give wrong answers.
    private void Recover() => Deploy.Indexing.Depmod.Recover(disk, directory);

    private ModprobeReport Answer(string word, ModuleResolver resolver, string extra)
    {
        if (resolver.Lookup(word) is not { Count: > 0 } found)
            return new ModprobeReport(word, [], $"Module {word} not found in directory {directory}");
        return new ModprobeReport(word, [.. found.Select(module => Describe(module, resolver, extra))], null);
    }

    private ModprobeModuleReport Describe(ResolvedModule module, ModuleResolver resolver, string extra)
    {
        bool blacklisted = resolver.IsBlacklisted(module, options.UsesBlacklist);
        IReadOnlyList<LoadStep> steps = options.OnlyResolves || blacklisted ? [] : resolver.StepsFor(module, extra, options.IgnoresInstall);
        return new ModprobeModuleReport(module.Name, module.Alias, blacklisted, [.. steps.Select(step => new LoadStepReport(Action(step.Kind), step.Text, step.Options))]);
    }

    private void Say(ModprobeReport report)
    {
        if (report.Error is not null && !options.IsQuiet)
            Complain($"{Name}: {(options.All ? "WARNING" : "FATAL")}: {report.Error}");
        foreach (ModprobeModuleReport module in report.Modules)
        {
            if (options.OnlyResolves)
                _ = Print(module.Name + "\n");
            foreach (LoadStepReport step in module.Steps)
                _ = Print(step.Action == "builtin" ? $"builtin {step.What}\n" : $"{step.Action} {step.What} {step.Options}\n");
        }
    }

    private static string Action(LoadStepKind kind) => kind switch
    {
        LoadStepKind.Insert => "insmod",
        LoadStepKind.Command => "install",
        _ => "builtin",
    };

    // A value with blanks gets quotes.
    private static string ModuleOptions(IEnumerable<string> words) => string.Join(' ', words.Select(word =>
    {
        int equals = word.IndexOf('=');
        string value = equals < 0 ? "" : word[(equals + 1)..];
        return value.Contains(' ') && value[0] is not ('"' or '\'') ? $"{word[..(equals + 1)]}\"{value}\"" : word;
    }));

    private static int Print(string text) => Disk.WriteAll(1, ByteText.ToBytes(text)) == 0 ? 0 : 1;

    private static void Complain(string line) => _ = Disk.WriteAll(2, ByteText.ToBytes(line + "\n"));

    private static int Fail(string line)
    {
        Complain(line);
        return 1;
    }
}
