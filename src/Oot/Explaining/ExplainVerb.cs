using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Provenance;
using Oot.Kernel.Streamlining;
using Oot.Kernel.Trees;

namespace Oot.Explaining;

/// <summary><c>oot explain</c>: which symbols, which kernel, why.</summary>
internal sealed class ExplainVerb(Session session)
{
    private readonly Terminal terminal = session.Terminal;

    internal int Run(ExplainRequest request)
    {
        if (!Symbols(request).Succeeded(out List<string>? symbols, out Diagnostic? error))
            return terminal.Report(error);
        if (symbols.Count == 0)
            return terminal.Report(ProvenanceDiagnostics.NoSymbols(request.Log));
        if (!Configuration(request.Configuration).Succeeded(out KernelConfiguration? configuration, out error) || !Tree(request).Succeeded(out KernelTree? tree, out error))
            return terminal.Report(error);
        string? source = request.Source is null ? null : Session.Absolute(request.Source);
        if (source is not null && !SourceMaps.IsSource(session.Disk, source))
            return terminal.Report(ProvenanceDiagnostics.NoSource(source));
        var questions = new SymbolQuestions(session);
        if (!questions.Ask(symbols, tree, configuration, source, searches: true).Succeeded(out SymbolExplanation[]? answers, out error))
            return terminal.Report(error);
        // Of a module's many symbols only those are worth a word that are missing.
        SymbolExplanation[] shown = request.Modules.Count > 0 && request.Symbols.Count == 0 && request.Log is null ? [.. answers.Where(answer => answer.Verdict != SymbolVerdict.Exported)] : answers;
        DroppedOptions? dropped = FileOf(request, tree) is { } options ? DroppedOptions.Beside(session.Disk, options) : null;
        FoundFragments? found = Fragments(request, tree, configuration, source, shown);
        if (found is null && (request.ShowsAll || request.Output is not null) && Array.Exists(shown, answer => answer.Verdict == SymbolVerdict.OptionOff))
            terminal.Report(ProvenanceDiagnostics.NoKconfig(request.Output));
        if (request.Output is { } output && found?.Answer.Fragments is [var smallest, ..] && session.Disk.Write(output, smallest.Text, append: false) is var errno and not 0)
            return terminal.Report(CommandDiagnostics.CannotWrite(output, Errno.Message(errno)));
        if (request.Json)
        {
            terminal.Result(ByteText.FromUnicode(Reports.Json(ExplainReports.Of(tree, questions.Version, shown, found, dropped))));
        }
        else
        {
            Print(shown, new ExplanationLines(questions.Version, dropped), answers.Length);
            foreach (string line in found is null || terminal.IsQuiet ? [] : found.Lines(request.ShowsAll))
                terminal.Result(line);
        }
        // A kernel that was only prepared exports nothing yet; a configuration alone is asked what it would export.
        bool isAboutKernel = tree is not null && configuration is null;
        return Array.TrueForAll(answers, answer => answer.Verdict == SymbolVerdict.Exported && (answer.Export is not null || !isAboutKernel)) ? ExitCode.Done : ExitCode.FailedCheck;
    }

    /// <summary>The smallest change, where there are sources to tell it and a configuration to change.</summary>
    private FoundFragments? Fragments(ExplainRequest request, KernelTree? tree, KernelConfiguration? configuration, string? source, SymbolExplanation[] answers)
    {
        string? directory = source ?? (tree is not null && SourceMaps.IsSource(session.Disk, tree.SourcePath) ? tree.SourcePath : null);
        string? file = FileOf(request, tree);
        return directory is null || file is null || session.Disk.Stat(file, out _) != 0 ? null
            : new FragmentSearch(session).Find(directory, Session.Absolute(file), configuration ?? tree?.Configuration, answers, [.. request.Allowed.Select(OptionName)], request.ShowsAll || request.Json ? int.MaxValue : 1);
    }

    private static string? FileOf(ExplainRequest request, KernelTree? tree) => request.Configuration ?? (tree is null ? null : tree.Path + "/.config");

    private static string OptionName(string word) => word.StartsWith("CONFIG_", StringComparison.Ordinal) ? word["CONFIG_".Length..] : word;

    private void Print(SymbolExplanation[] shown, ExplanationLines lines, int asked)
    {
        foreach (SymbolExplanation explanation in shown)
        {
            terminal.Result(lines.Summary(explanation));
            if (terminal.IsQuiet)
                continue;
            foreach (string line in lines.Details(explanation))
                terminal.Result("  " + line);
        }
        if (shown.Length < asked && !terminal.IsQuiet)
            terminal.Result($"{asked - shown.Length} of {asked} symbols are exported");
    }

    private Result<List<string>> Symbols(ExplainRequest request)
    {
        List<string> symbols = [.. request.Symbols];
        if (request.Log is { } log)
        {
            int errno = session.Disk.Read(log, out string text);
            if (errno != 0)
                return CommandDiagnostics.NoSuchFile(log, Errno.Message(errno));
            symbols.AddRange(ModpostLog.Symbols(text));
        }
        foreach (string path in request.Modules)
        {
            var content = new FileContent(session.Disk);
            Expansion expansion = content.Read(path, ModuleReading.LargestModule, out int errno);
            if (errno != 0 || expansion.Status != ExpansionStatus.Done)
                return ModuleReading.Problem(path, expansion, errno);
            ModuleImports imports = ModuleFacts.Read(path, new ModuleImage(content.Bytes, content.Length), content.Compression).Imports;
            foreach (ModuleImport import in imports.Entries)
                if (import.Kind == ImportKind.Needed)
                    symbols.Add(imports.TextOf(import));
        }
        return symbols.Distinct(StringComparer.Ordinal).ToList();
    }

    private Result<KernelConfiguration?> Configuration(string? path)
    {
        if (path is null)
            return (KernelConfiguration?)null;
        int errno = session.Disk.Read(path, out string text);
        if (errno != 0)
            return ProvenanceDiagnostics.NoConfiguration(path, Errno.Message(errno));
        KernelConfiguration configuration = KernelConfiguration.Parse(text);
        return configuration.Count == 0 ? ProvenanceDiagnostics.NoConfiguration(path, "it sets no option") : configuration;
    }

    private Result<KernelTree?> Tree(ExplainRequest request)
    {
        var chooser = new KernelChooser(session, []);
        if (request.Kernel is { } name)
            return chooser.Find(name).Succeeded(out KernelTree? named, out Diagnostic? error) ? named : error;
        // Who names sources or a configuration asks about those.
        if (request.Source is not null || request.Configuration is not null)
            return (KernelTree?)null;
        return chooser.Default(offline: true).Succeeded(out KernelTree? tree, out Diagnostic? none) ? tree : none;
    }
}
