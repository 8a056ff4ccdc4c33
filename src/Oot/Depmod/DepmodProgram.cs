using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Modinfo;

namespace Oot.Depmod;

/// <summary>
/// kmod's <c>depmod</c>: its command line, files, messages and exit codes. Called by that name, oot is this program; <c>oot depmod</c> has a few options more.
/// </summary>
/// <param name="called">How it was called: what opens getopt's messages, and without its directory all others.</param>
/// <param name="own">oot's own options count as well.</param>
internal sealed class DepmodProgram(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string called, bool own)
{
    private const int Failure = 1;

    private readonly string name = called[(called.LastIndexOf('/') + 1)..];
    private readonly List<string> said = [];
    private bool keepsQuiet;

    internal int Run(IReadOnlyList<string> arguments)
    {
        // Which options there are depends on the kmod that it is to be like.
        KmodLevel level = LevelAsked(arguments) ?? new KmodLevel(34);
        var reader = new GetoptReader(called, DepmodOptions.Table(level, own));
        string? wrong = reader.Read(arguments);
        DepmodOptions options = DepmodOptions.Of(reader.Options, level);
        foreach (char letter in options.Ignored)
            Say(true, $"{name}: WARNING: Ignored deprecated option -{letter}\n");
        if (options.SymbolPrefix.Length > 1)
            return Fail($"{name}: FATAL: -P only takes a single char\n");
        if (options.Only == 'h')
            return Print(DepmodHelp.Text(name, level, own));
        if (options.Only == 'V')
            return Print(ModinfoHelp.Version(level.Number));
        if (wrong is not null)
            return Fail(wrong + "\n");
        if (options.Compatibility is not (0 or 30 or 33 or 34))
            return Fail($"{name}: --kmod-compat: 30, 33 or 34\n");
        if (reader.Words.Count > 0 && !IsVersion(reader.Words[0]))
            return Fail($"{name}: ERROR: Bad version passed {reader.Words[0]}\n");
        return Run(options, reader.Words);
    }

    private int Run(DepmodOptions options, List<string> words)
    {
        string release = words.Count > 0 ? words[0] : disk.Read("/proc/sys/kernel/osrelease", out string text) == 0 ? text.Trim() : "";
        string directory = $"{Absolute(options.Root)}{options.ModuleDirectory}/{release}";
        var request = new DepmodRequest
        {
            Directory = directory,
            OutputDirectory = options.OutputRoot is null ? directory : $"{Absolute(options.OutputRoot)}{options.ModuleDirectory}/{release}",
            Release = release,
            Level = Level(options, directory),
            ConfigurationPaths = options.Configuration,
            SymbolVersions = options.SymbolVersions,
            SystemMap = options.SystemMap,
            ReportsUnknown = options.ReportsUnknown,
            WarnsOfDuplicates = options.WarnsOfDuplicates,
            SymbolPrefix = options.SymbolPrefix is [var prefix] ? prefix : '\0',
            PrintsOnly = options.PrintsOnly,
            Files = words.Count > 1 && !options.All && !options.OnlyIfNeeded ? words[1..] : null,
            CacheFile = options.WithoutCache ? null : Deploy.Indexing.Depmod.CacheFile(environment, directory),
        };
        keepsQuiet = options.Json;
        var depmod = new Deploy.Indexing.Depmod(disk, request, new IndexMessages(name, MessageLevel.Warning + Math.Min(options.Verbosity, 2), Say));
        if (options.OnlyIfNeeded && (options.PrintsOnly || depmod.IsFresh()))
            return Finish(options, request, [], written: false, succeeded: true);
        bool succeeded = depmod.Run(content => _ = Disk.WriteAll(1, content.Span));
        return Finish(options, request, depmod.Ties, succeeded && !options.PrintsOnly, succeeded);
    }

    private int Finish(DepmodOptions options, DepmodRequest request, IReadOnlyList<(string Kept, string Other)> ties, bool written, bool succeeded)
    {
        if (own && !options.Json)
        {
            var terminal = new Terminal(false, false, environment);
            foreach ((string kept, string other) in ties)
                terminal.Report(CommandDiagnostics.UndecidedModule(kept, other));
        }
        if (options.Json)
        {
            var report = new DepmodReport(U(request.Release), U(request.Directory), U(request.OutputDirectory), request.Level.Number, written, succeeded,
                [.. said.Select(U)], [.. ties.Select(tie => new TieReport(U(tie.Kept), U(tie.Other)))]);
            _ = Print(ByteText.FromUnicode(Reports.Json(report)) + "\n");
        }
        return succeeded ? 0 : Failure;
    }

    // Among oot's own options, before any of them is read: it decides what the others are.
    private KmodLevel? LevelAsked(IReadOnlyList<string> arguments)
    {
        if (!own)
            return InstalledKmod.Version(disk, programs, environment) is > 0 and var version ? new KmodLevel(Known(version)) : null;
        for (int i = 0; i < arguments.Count; i++)
        {
            string word = arguments[i];
            string? value = word.StartsWith("--kmod-compat=", StringComparison.Ordinal) ? word["--kmod-compat=".Length..] : word == "--kmod-compat" && i + 1 < arguments.Count ? arguments[i + 1] : null;
            if (value is "30" or "33" or "34")
                return new KmodLevel(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        }
        return null;
    }

    private KmodLevel Level(DepmodOptions options, string directory)
    {
        if (options.Compatibility != 0)
            return new KmodLevel(options.Compatibility);
        KmodLevel? present = Deploy.Indexing.Depmod.LevelOf(disk, directory);
        if (options.Root is not null && present is not null)
            return present.Value;
        int version = InstalledKmod.Version(disk, programs, environment);
        return version > 0 ? new KmodLevel(Known(version)) : present ?? new KmodLevel(34);
    }

    private static int Known(int version) => version < 33 ? 30 : version == 33 ? 33 : 34;

    // As sscanf("%u.%u") takes it.
    private static bool IsVersion(string word)
    {
        string text = word.TrimStart();
        int dot = text.IndexOf('.');
        return dot > 0 && text.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 && dot + 1 < text.Length && char.IsAsciiDigit(text[dot + 1]);
    }

    // As kmod: only put behind the working directory, never made shorter.
    private static string Absolute(string? path) => path is null ? "" : path.StartsWith('/') ? path : $"{ProcessContext.WorkingDirectory()}/{path}";

    private static string U(string text) => ByteText.ToUnicode(text);

    private void Say(bool error, string text)
    {
        if (keepsQuiet)
            said.Add(text.TrimEnd('\n'));
        else
            _ = Disk.WriteAll(error ? 2 : 1, ByteText.ToBytes(text));
    }

    private static int Print(string text) => Disk.WriteAll(1, ByteText.ToBytes(text)) == 0 ? 0 : Failure;

    private int Fail(string text)
    {
        Say(true, text);
        return Failure;
    }
}
