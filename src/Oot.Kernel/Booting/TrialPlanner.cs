using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Booting;

/// <summary>Which modules a guest loads and in which order: those asked for, in their order, each after what it needs, be that asked for as well or among the kernel's own modules.</summary>
/// <param name="disk">The disk.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="parameters"><c>NAME=VALUE</c> for all that are asked for, <c>MODULE.NAME=VALUE</c> for one.</param>
/// <param name="flags">How they are loaded; the kernel gets compressed files only where that says so.</param>
public sealed class TrialPlanner(IDisk disk, KernelOffer kernel, IReadOnlyList<string> parameters, LoadFlags flags)
{
    private readonly FileContent content = new(disk);
    private readonly List<GuestModule> planned = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Modules that are to be loaded before all others, whether they are asked for or not; null for none.</summary>
    public IReadOnlySet<string>? Loaded { get; init; }

    /// <summary>What modules wish for besides (<c>softdep</c>) is loaded too, as modprobe does, where this kernel has it.</summary>
    public bool GrantsWishes { get; init; }

    /// <summary>Plans; a diagnostic when a file cannot be read.</summary>
    /// <param name="modules">The modules as they were read for this kernel.</param>
    /// <param name="wanted">The place of the only one that is asked for; null: all are.</param>
    /// <param name="verdicts">What was found out about each, in the same order.</param>
    public Result<IReadOnlyList<GuestModule>> Plan(IReadOnlyList<InspectedModule> modules, IReadOnlyList<LoadVerdict> verdicts, int? wanted = null)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < modules.Count; i++)
            places.TryAdd(modules[i].Facts.Name, i);
        foreach (string name in Loaded ?? new HashSet<string>())
        {
            if (FactsOf(name, modules, places) is { } facts && Add(facts, isDependency: true) is Diagnostic unreadable)
                return unreadable;
        }
        // What is loaded already is tried once more where it is asked for.
        seen.Clear();
        for (int i = wanted ?? 0; i < (wanted + 1 ?? modules.Count); i++)
        {
            foreach (string needed in verdicts[i].LoadFirst.Where(name => Loaded?.Contains(name) != true))
            {
                if (FactsOf(needed, modules, places) is { } facts && Add(facts, isDependency: wanted is not null || !places.ContainsKey(needed)) is Diagnostic unreadable)
                    return unreadable;
            }
            (IReadOnlyList<string> before, IReadOnlyList<string> after) = GrantsWishes ? SoftDependencies.Of(modules[i].Facts) : ([], []);
            if ((Wish(before, modules, places) ?? Add(modules[i].Facts, isDependency: false) ?? Wish(after, modules, places)) is Diagnostic problem)
                return problem;
        }
        return planned;
    }

    // A module that is asked for keeps its own place.
    private Diagnostic? Wish(IReadOnlyList<string> names, IReadOnlyList<InspectedModule> modules, Dictionary<string, int> places)
    {
        foreach (string name in names.Where(name => !places.ContainsKey(name)))
        {
            foreach (string needed in (kernel.Modules?.Before(name) ?? []).Append(name))
            {
                if (FactsOf(needed, modules, places) is { } facts && Add(facts, isDependency: true, isOptional: true) is Diagnostic problem)
                    return problem;
            }
        }
        return null;
    }

    private ModuleFacts? FactsOf(string name, IReadOnlyList<InspectedModule> modules, Dictionary<string, int> places) =>
        places.TryGetValue(name, out int place) ? modules[place].Facts : kernel.Modules?.FactsOf(name);

    private Diagnostic? Add(ModuleFacts facts, bool isDependency, bool isOptional = false)
    {
        if (!seen.Add(facts.Path))
            return null;
        byte[] bytes = [];
        if (flags.HasFlag(LoadFlags.Compressed) && facts.Compression != CompressionKind.None)
        {
            int errno = disk.Read(facts.Path, ref bytes, out int length);
            if (errno != 0)
                return KernelDiagnostics.UnreadableModule(facts.Path, Errno.Message(errno));
            bytes = bytes[..length];
        }
        else
        {
            Expansion expansion = content.Read(facts.Path, ModuleReading.LargestModule, out int errno);
            if (errno != 0 || expansion.Status != ExpansionStatus.Done)
                return ModuleReading.Problem(facts.Path, expansion, errno);
            bytes = content.Bytes[..content.Length];
        }
        planned.Add(new GuestModule(facts.Name, facts.Path, bytes, isDependency ? "" : ParametersOf(facts.Name), isDependency) { IsOptional = isOptional });
        return null;
    }

    private string ParametersOf(string module)
    {
        var own = new List<string>();
        foreach (string parameter in parameters)
        {
            int equals = parameter.IndexOf('='), dot = (equals < 0 ? parameter : parameter[..equals]).IndexOf('.');
            if (dot < 0)
                own.Add(parameter);
            else if (parameter[..dot].Replace('-', '_') == module)
                own.Add(parameter[(dot + 1)..]);
        }
        return string.Join(' ', own);
    }
}
