using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>Leaves of a configuration's modules those that are loaded: the kernel's localmodconfig, before conf (kernel 5.10 to 7.x, scripts/kconfig/streamline_config.pl).</summary>
public static class Streamliner
{
    private const int NewestWithLateDefaults = 6012;

    /// <summary>The leaner configuration.</summary>
    /// <param name="configuration">The text of a <c>.config</c>.</param>
    public static StreamlinedConfiguration Run(IDisk disk, StreamlineQuestion question, string configuration)
    {
        KconfigOutline outline = new KconfigOutlineReader(disk, question.Tree, question.Environment, question.Version > NewestWithLateDefaults).Read("Kconfig");
        ObjectOptions objects = new ObjectOptionsReader(disk, question.Tree).Read(MakefileList.Of(disk, question.Tree));
        Dictionary<string, bool> values = ConfigurationText.ValuesOf(configuration);
        SortedSet<string> modules = LoadedModules.In(question.Modules);
        var kept = new KeptOptions(outline, values);
        kept.Keep([.. modules.SelectMany(module => objects.Of(module) ?? []), .. question.Needed]);
        string[] keptFiles = (ProcessEnvironment.Value(question.Environment, "LMC_KEEP") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var lean = new LeanConfiguration(disk, outline, kept.All, keptFiles, question.BuildsIn);
        string text = lean.Of(configuration);
        return new StreamlinedConfiguration(
            text, [.. modules.Where(module => objects.Of(module) is null)], Lost(modules, objects, values), [.. kept.Unselected], lean.Remarks);
    }

    private static List<(string Module, IReadOnlyList<string> Options)> Lost(SortedSet<string> modules, ObjectOptions objects, Dictionary<string, bool> values)
    {
        var lost = new List<(string, IReadOnlyList<string>)>();
        foreach (string module in modules)
        {
            if (objects.Of(module) is { } options && !options.Any(values.ContainsKey))
                lost.Add((module, options));
        }
        return lost;
    }
}
