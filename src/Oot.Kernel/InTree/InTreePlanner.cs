using Oot.Core;
using Oot.Kernel.Provenance;
using Oot.Kernel.Trees;

namespace Oot.Kernel.InTree;

/// <summary>From what a user names (a directory, a module) and turns on to what make is asked for.</summary>
/// <param name="disk">The disk.</param>
/// <param name="source">The sources.</param>
/// <param name="tree">The kernel's tree.</param>
/// <param name="study">What options bring with them.</param>
/// <param name="configuration">The kernel's configuration, as text.</param>
public sealed class InTreePlanner(IDisk disk, KernelSource source, KernelTree tree, OptionStudy study, string configuration)
{
    private readonly string? architecture = tree.Architecture?.Kernel;
    private readonly List<Diagnostic> warnings = [];
    private readonly List<string> notes = [];
    private KbuildCatalog? catalog;

    private KbuildCatalog Catalog => catalog ??= KbuildCatalog.Read(disk, source.Directory);

    /// <summary>Plans.</summary>
    /// <param name="parts">Directories and modules.</param>
    /// <param name="enabled">Options to turn on.</param>
    /// <param name="scratch">A place for a file.</param>
    public Result<InTreePlan> Plan(IReadOnlyList<string> parts, IReadOnlyList<OptionSetting> enabled, string scratch)
    {
        KernelConfiguration kernel = KernelConfiguration.Parse(configuration);
        var before = new ConfigurationJudge(kernel, architecture);
        if (!study.Read())
            notes.Add("the sources' Kconfig files cannot be read: what the options depend on is not known");
        var directories = new List<string>();
        var modules = new List<InTreeModule>();
        foreach (string part in parts)
        {
            if (Find(part, before, directories, modules) is { } unknown)
                return unknown;
        }
        List<OptionSetting> asked = [.. enabled];
        foreach (InTreeModule module in modules)
            AddNeeds(module, before, asked);
        foreach (OptionSetting setting in asked)
        {
            if (study.Refusal(setting, tree.Release) is { } refusal)
                return refusal;
        }
        if (!study.TurnOn(asked, scratch).Succeeded(out OptionChanges? changes, out Diagnostic? error))
            return error;
        var after = new ConfigurationJudge(KernelConfiguration.Parse(configuration + string.Concat(changes.Settings.Select(setting => setting.Line + "\n"))), architecture);
        List<InTreeModule> wanted = [.. modules, .. directories.SelectMany(Catalog.Below).Where(module => !modules.Contains(module) && IsWanted(module, after, changes))];
        if (wanted.Count == 0)
            return InTreeDiagnostics.NothingOn(parts[0], tree.Release, OptionsOf(directories, before));
        InTreeModule[] extra = [.. Catalog.Modules.Where(module => !wanted.Contains(module) && before.Holds(module.When) == false && after.Holds(module.When) == true)];
        Tell(changes, extra, before, after);
        wanted.AddRange(extra);
        bool isWhole = modules.Count == 0 && extra.Length == 0;
        string[] entered = Topmost([.. directories, .. modules.Concat(extra).Select(module => KbuildPaths.DirectoryOf(module.Path))]);
        return new InTreePlan(Topmost([.. entered, .. wanted.SelectMany(module => module.Directories)]), PassedDirectory.On(entered, Catalog.WayTo), changes.Settings,
            isWhole ? ["modules"] : [.. wanted.Select(module => module.Path + ".ko")], [.. wanted.Select(module => module.Path)], warnings, notes);
    }

    private Diagnostic? Find(string part, ConfigurationJudge before, List<string> directories, List<InTreeModule> modules)
    {
        string name = part.StartsWith(source.Directory + "/", StringComparison.Ordinal) ? part[(source.Directory.Length + 1)..] : part;
        name = KbuildPaths.Join("", name.TrimEnd('/')) ?? "";
        if (name.Length > 0 && (disk.Stat($"{source.Directory}/{name}/Makefile", out _) == 0 || disk.Stat($"{source.Directory}/{name}/Kbuild", out _) == 0))
        {
            directories.Add(name);
            return null;
        }
        IReadOnlyList<InTreeModule> found = name.Length == 0 ? [] : Catalog.Named(name);
        if (found.Count == 0)
            return InTreeDiagnostics.UnknownPart(part, source.Directory, Near(name));
        // Of several of one name the one that this architecture and this kernel can have: arch/x86/kernel/kvm is no module, whatever its makefile would make of a bool that is `m`.
        InTreeModule[] possible = [.. found.Where(IsForArchitecture)];
        InTreeModule taken = possible.Length == 0 ? found[0] : possible.FirstOrDefault(module => NeedsOf(module, before).All(setting => study.Refusal(setting, tree.Release) is null)) ?? possible[0];
        modules.Add(taken);
        if (possible.Length > 1 || (possible.Length == 0 && found.Count > 1))
            notes.Add($"of {string.Join(", ", (possible.Length > 0 ? possible : found).Select(module => module.Path))} {taken.Path} is taken; a path names another");
        return null;
    }

    private bool IsForArchitecture(InTreeModule module) =>
        module.When.Holds(variable => variable.Name == ConfigurationVariables.Architecture && architecture is not null ? variable.MaskOf(value => value == architecture) : 0) != false;

    private string? Near(string name)
    {
        string last = KbuildPaths.NameOf(name).Replace('-', '_');
        return last.Length < 3 ? null : Catalog.Modules.Where(module => module.Name.Contains(last, StringComparison.Ordinal)).OrderBy(module => module.Name.Length).FirstOrDefault()?.Path;
    }

    /// <summary>A module that is named is wanted with the options that its makefile asks for.</summary>
    private void AddNeeds(InTreeModule module, ConfigurationJudge before, List<OptionSetting> asked)
    {
        foreach (OptionSetting setting in NeedsOf(module, before).Where(setting => !asked.Any(one => one.Name == setting.Name)))
        {
            asked.Add(setting);
            notes.Add($"{setting.Line} is turned on for {module.Path}");
        }
    }

    private List<OptionSetting> NeedsOf(InTreeModule module, ConfigurationJudge before)
    {
        var settings = new List<OptionSetting>();
        if (before.Holds(module.When) == true)
            return settings;
        foreach (OptionNeed need in OptionNeeds.Fewest(module.When, before).Needs)
        {
            string name = need.Option[ConfigurationVariables.Prefix.Length..];
            string value = need.Values.Contains("m") && study.CanBeModule(name) ? "m" : "y";
            if (value == "m" || need.Values[0] != "n")
                settings.Add(new OptionSetting(name, value));
        }
        return settings;
    }

    private static bool IsWanted(InTreeModule module, ConfigurationJudge after, OptionChanges changes) =>
        after.Holds(module.When) is not false
        || (!changes.IsStudied && changes.Settings.Any(setting => module.When.Cases.Any(tests => tests.Any(test => test.Variable.Name == ConfigurationVariables.Prefix + setting.Name))));

    private IReadOnlyList<string> OptionsOf(List<string> directories, ConfigurationJudge before) =>
        [.. directories.SelectMany(Catalog.Below).Where(IsForArchitecture).SelectMany(module => OptionNeeds.Fewest(module.When, before).Needs)
            .Where(need => need.Values.Contains("m") && study.CanBeModule(need.Option[ConfigurationVariables.Prefix.Length..])).Select(need => need.Option).Distinct(StringComparer.Ordinal)];

    private void Tell(OptionChanges changes, InTreeModule[] extra, ConfigurationJudge before, ConfigurationJudge after)
    {
        if (changes.Others.Count > 0)
            notes.Add($"with them come {Some(changes.Others.Select(setting => setting.Line))}");
        if (extra.Length > 0)
            notes.Add($"built as well, since the options bring them: {Some(extra.Select(module => module.Path))}");
        if (changes.Contradicted.Count > 0)
            notes.Add($"left as the kernel has them: {Some(changes.Contradicted.Select(setting => "CONFIG_" + setting.Name))}");
        string[] missing = [.. Catalog.BuiltInOnlyWith(before, after)];
        if (missing.Length > 0)
            warnings.Add(InTreeDiagnostics.NotInKernel(tree.Release, [.. missing.Select(name => name + ".o")]));
        var mentions = new StructureMentions(disk, [.. changes.Settings.Where(setting => setting.Value is "m" or "y").Select(setting => setting.Name)]);
        mentions.Search(tree.SourcePath + "/include", "include");
        if (architecture is not null)
            mentions.Search($"{tree.SourcePath}/arch/{architecture}/include", $"arch/{architecture}/include");
        foreach ((string option, List<string> places) in mentions.Places.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            warnings.Add(InTreeDiagnostics.ChangesStructures(option, places));
    }

    private static string Some(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return string.Join(", ", all.Take(8)) + (all.Length > 8 ? $" and {all.Length - 8} more" : "");
    }

    private static string[] Topmost(IReadOnlyList<string> directories) =>
        [.. directories.Distinct(StringComparer.Ordinal).Where(one => !directories.Any(other => one.StartsWith(other + "/", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
}
