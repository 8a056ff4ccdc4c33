using System.Globalization;
using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kconfig;
using Oot.Kconfig.Keeping;
using Oot.Kconfig.Modes;
using Oot.Kernel.Modules;
using Oot.Kernel.Provenance;
using Oot.Kernel.Streamlining;
using Oot.Kernel.Trees;

namespace Oot.Configuring;

/// <summary>
/// <c>oot config localmodconfig</c>: of the modules only those that are loaded, and what they need; then conf (kernel 6.12, scripts/kconfig/Makefile). Without a terminal new options get their
/// defaults, where the kernel's make would ask.
/// </summary>
internal sealed class LocalConfiguration(Session session, KconfigSession kconfig, ConfigRequest request)
{
    private const int MostNamed = 8;

    private const string Prefix = "CONFIG_";

    private readonly Terminal terminal = session.Terminal;
    private readonly string name = NameIn(kconfig.Environment);

    /// <summary>The configuration's file.</summary>
    internal static string NameIn(IReadOnlyList<string> environment) => ProcessEnvironment.Value(environment, "KCONFIG_CONFIG") is { Length: > 0 } named ? named : ".config";

    internal int Run()
    {
        LocalConfigRequest local = request.Local!;
        if (!Before().Succeeded(out (string Place, string Text) before, out Diagnostic? error)
            || !new ModuleListReader(session, kconfig.Environment).Read(local.Modules).Succeeded(out string? modules, out error)
            || !Needed(before.Text).Succeeded(out IReadOnlyCollection<string>? needed, out error))
            return terminal.Report(error);
        IReadOnlyCollection<string> kept = needed.Count == 0 ? needed : WithSupport(before.Place, needed);
        var question = new StreamlineQuestion(request.Source, kconfig.Environment, Version(), modules, kept, local.BuildsIn);
        StreamlinedConfiguration lean = Streamliner.Run(session.Disk, question, before.Text);
        Tell(lean);
        if (session.Disk.Read(name, out string present) == 0 && present == lean.Text)
        {
            terminal.Note($"{name} stays as it is: there is no module to leave out");
            return ExitCode.Done;
        }
        return Replace(before.Text, lean.Text) is var exitCode and not 0 ? exitCode : Judge(needed);
    }

    /// <summary>The configuration to begin with.</summary>
    private Result<(string Place, string Text)> Before()
    {
        string[] places = [name, "/proc/config.gz", $"/boot/config-{session.RunningRelease}"];
        foreach (string place in places)
        {
            var content = new FileContent(session.Disk);
            if (content.Read(place, ModuleReading.LargestModule, out int errno).Status != ExpansionStatus.Done || errno != 0)
                continue;
            if (place != name)
                terminal.Note($"there is no {name}: beginning with {place}");
            return (place, ByteText.FromBytes(content.Bytes.AsSpan(0, content.Length)));
        }
        return StreamlineDiagnostics.NoConfiguration(places);
    }

    /// <summary>The options that the modules of <c>--keep-for</c> need.</summary>
    private Result<IReadOnlyCollection<string>> Needed(string before)
    {
        if (request.Local!.KeptFor.Count == 0)
            return Array.Empty<string>();
        var symbols = new ImportedSymbols(session.Disk);
        foreach (string path in request.Local.KeptFor)
        {
            if (symbols.Add(path) is { } problem)
                return problem;
        }
        string source = Session.Absolute(request.Source);
        if (new SourceMaps(session.Disk, session.Environment).Open(source, () => terminal.Note($"reading the sources in {source}; that takes some seconds, and is remembered")) is not { } map)
            return ProvenanceDiagnostics.NoSource(source);
        var needed = new NeededOptions(map, KernelConfiguration.Parse(before), ProcessEnvironment.Value(kconfig.Environment, "SRCARCH"));
        foreach (string symbol in symbols.Names)
            needed.Add(symbol);
        foreach ((string symbol, string needs) in needed.Missing)
            terminal.Report(StreamlineDiagnostics.NotOn(symbol, needs));
        return needed.Options.ToArray();
    }

    /// <summary>Options and what they rest on by the Kconfig files themselves, of which localmodconfig only looks at words. Where those cannot be read, conf says why afterwards.</summary>
    private IReadOnlyCollection<string> WithSupport(string place, IReadOnlyCollection<string> options)
    {
        var silent = new KconfigSession(session.Disk, kconfig.Environment, kconfig.Commands);
        return ConfProgram.Read(silent, "Kconfig", out _) is { } tree && ConfProgram.Load(silent, tree, place, out _) is { } configuration
            ? [.. options, .. OptionSupport.Of(configuration, options.Select(option => option[Prefix.Length..])).Select(option => Prefix + option)] : options;
    }

    private int Version() => session.Disk.Read(request.Source + "/Makefile", out string makefile) == 0 && KconfigDialect.Of(ByteText.ToBytes(makefile)) is { } dialect
        ? dialect.Version : KconfigDialect.Newest.Version;

    /// <summary>Puts the lean configuration in place, and lets Kconfig compute it; what was there is kept as <c>.config.old</c>, and comes back when that fails.</summary>
    private int Replace(string before, string lean)
    {
        string kept = name + ".old.1";
        bool isThere = session.Disk.Rename(name, kept) == 0;
        int errno = session.Disk.Write(name, lean, append: false);
        int exitCode = errno != 0 ? terminal.Report(CommandDiagnostics.CannotWrite(name, Errno.Message(errno)))
            : ConfProgram.Run(kconfig, new ConfCall(kconfig.IsTerminal ? ConfMode.OldConfig : ConfMode.OldDefConfig, "Kconfig", null, request.IsSilent));
        if (exitCode != 0)
        {
            _ = isThere ? session.Disk.Rename(kept, name) : session.Disk.Remove(name);
            return exitCode;
        }
        if (isThere)
            _ = session.Disk.Rename(kept, name + ".old");
        errno = DroppedOptions.Record(session.Disk, name, before);
        return errno == 0 ? ExitCode.Done : terminal.Report(CommandDiagnostics.CannotWrite(name, Errno.Message(errno)));
    }

    /// <summary>Whether what was to be kept is on.</summary>
    private int Judge(IReadOnlyCollection<string> needed)
    {
        if (needed.Count == 0 || KernelConfiguration.Read(session.Disk, name) is not { } now)
            return ExitCode.Done;
        string[] lost = [.. needed.Where(option => !now.IsOn(option[Prefix.Length..]))];
        return lost.Length == 0 ? ExitCode.Done : terminal.Report(StreamlineDiagnostics.Lost(lost));
    }

    private void Tell(StreamlinedConfiguration lean)
    {
        if (lean.UnknownModules.Count > 0)
            terminal.Note($"modules that no makefile of the tree names: {List(lean.UnknownModules)}");
        foreach ((string module, IReadOnlyList<string> options) in lean.Lost)
            terminal.Note($"{module} was loaded, but {string.Join(" and ", options.Distinct())} {(options.Count == 1 ? "is" : "are")} off in the configuration");
        if (lean.Unselected.Count > 0)
            terminal.Detail($"asked for, without a prompt, and selected by nothing that is on: {string.Join(", ", lean.Unselected)}");
        foreach (string remark in lean.Remarks)
            terminal.Note(remark);
    }

    private string List(IReadOnlyList<string> names) => terminal.IsVerbose || names.Count <= MostNamed ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more (-v)");
}
