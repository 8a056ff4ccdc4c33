using System.CommandLine;
using Oot.Core;
using Oot.InTree;
using Oot.Kernel.InTree;

namespace Oot;

/// <summary>The options of <c>oot build</c> for the kernel's own tree.</summary>
internal sealed partial class CommandLine
{
    private static (Option<string[]> Parts, Option<string?> Source, Option<string[]> Enabled) InTreeOptions()
    {
        Option<string[]> parts = new("--in-tree")
        {
            Description = "Build a directory or a module of the kernel's own sources for a finished kernel, and put the modules into DIR; may be repeated.",
            HelpName = "DIR|MODULE",
            AllowMultipleArgumentsPerToken = false,
        };
        Option<string?> source = new("--source") { Description = "With --in-tree: the kernel's sources, or `debian`: those of the very version, fetched.", HelpName = "DIR|debian" };
        source.CompletionSources.Add(_ => [new System.CommandLine.Completions.CompletionItem(InTreeSources.Debian)]);
        Option<string[]> enabled = new("--enable") { Description = "With --in-tree: an option to turn on for what is built; may be repeated.", HelpName = "CONFIG_X=m", AllowMultipleArgumentsPerToken = false };
        return (parts, source, enabled);
    }

    // Null where the kernel's own tree is not asked for.
    private int? InTree(ParseResult parsed, BuildRequest request, string? hostPrograms, string[] parts, string? source, string[] enabled)
    {
        var terminal = new Terminal(false, false, environment);
        if (parts.Length == 0)
            return source is null && enabled.Length == 0 ? null : terminal.Report(CommandDiagnostics.WrongUsage("--source and --enable go with --in-tree", "oot build"));
        if (source is null)
            return terminal.Report(CommandDiagnostics.WrongUsage("--in-tree needs the kernel's sources: --source DIR, or --source debian", "oot build"));
        if (request.Targets.Count > 0 || request.WritesCompileCommands)
            return terminal.Report(CommandDiagnostics.WrongUsage("targets and --compile-commands do not go with --in-tree", "oot build"));
        var settings = new List<OptionSetting>();
        foreach (string word in enabled)
        {
            if (OptionSetting.Parse(word) is not { } setting)
                return terminal.Report(InTreeDiagnostics.NoSetting(word));
            settings.Add(setting);
        }
        return new InTreeVerb(Session(parsed, hostPrograms)).Run(request, new InTreeRequest(parts, source, settings));
    }
}
