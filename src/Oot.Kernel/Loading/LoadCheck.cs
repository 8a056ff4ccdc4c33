using Oot.Elf.Compression;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Loading;

/// <summary>Says what a kernel will do with modules that are looked at together. A verdict depends on nothing but what is given; it is the same for any number of threads.</summary>
/// <param name="kernel">The kernel.</param>
/// <param name="conditions">The circumstances.</param>
/// <param name="modules">The modules, as they were read for this kernel.</param>
public sealed class LoadCheck(KernelOffer kernel, LoadConditions conditions, IReadOnlyList<InspectedModule> modules)
{
    private readonly ModuleSet set = new([.. modules.Select(module => module.Facts)]);
    private readonly Dictionary<string, string[]> owners = new(StringComparer.Ordinal);

    /// <summary>A verdict a module, in their order.</summary>
    public LoadVerdict[] Run()
    {
        var symbols = new SymbolSource(kernel, set);
        LoadSteps.Step[] steps = LoadSteps.For(kernel.Traits);
        var trials = new LoadTrial[modules.Count];
        var refused = new HashSet<string>(StringComparer.Ordinal);
        Parallel.For(0, trials.Length, i => trials[i] = Try(modules[i], steps, symbols, refused));
        for (int i = 0; i < trials.Length; i++)
            owners.TryAdd(modules[i].Facts.Name, [.. trials[i].Owners]);
        // What needs a refused module is refused too, and so on until nothing changes.
        while (true)
        {
            var now = trials.Select((trial, i) => (trial, modules[i].Facts)).Where(pair => pair.trial.Problems.Count > 0 && set.Find(pair.Facts.Name) == pair.Facts).Select(pair => pair.Facts.Name).ToHashSet(StringComparer.Ordinal);
            if (now.IsSubsetOf(refused))
                break;
            refused = now;
            for (int i = 0; i < trials.Length; i++)
            {
                if (trials[i].Owners.Exists(refused.Contains))
                    trials[i] = Try(modules[i], steps, symbols, refused);
            }
        }
        return [.. trials.Select(Verdict)];
    }

    private LoadTrial Try(InspectedModule module, LoadSteps.Step[] steps, SymbolSource symbols, HashSet<string> refused)
    {
        var trial = new LoadTrial(kernel, conditions, symbols, module.Facts, module.ObjectProblem, module.Signature, refused) { TypeFault = module.TypeFault };
        foreach (LoadSteps.Step step in steps)
        {
            if (!step(trial))
                break;
        }
        return trial;
    }

    private LoadVerdict Verdict(LoadTrial trial)
    {
        ModuleFacts module = trial.Module;
        bool refused = trial.Problems.Count > 0;
        if (kernel.StructSize is null && kernel.Traits.Has(LoaderTrait.StructSizeChecked) && !refused)
            trial.Notes.Add("the size of struct module was not compared: neither a module nor the image of this kernel is here");
        return new LoadVerdict
        {
            Path = module.Path,
            Module = module.Name,
            Kernel = kernel.Name,
            Outcome = refused ? LoadOutcome.Refused : trial.Missing.Count > 0 ? LoadOutcome.CannotTell : trial.Taints.Count > 0 ? LoadOutcome.LoadsWithTaint : LoadOutcome.Loads,
            // The kernel goes on after a symbol that it does not find, and returns the last error.
            Errno = refused ? trial.Problems[^1].Errno : 0,
            Lines = trial.Log,
            Problems = trial.Problems,
            Missing = trial.Missing,
            Taints = trial.Taints,
            LoadFirst = Before(trial),
            Compiler = module.Compiler,
            VermagicDifferences = Differences(module.Vermagic),
            Notes = [.. trial.Notes.Distinct(StringComparer.Ordinal)],
            KernelReadsFile = module.Compression == CompressionKind.None ? null : Reads(module.Compression),
        };
    }

    // Also where something else is refused before: it says what the module was built for.
    private IReadOnlyList<VermagicDifference> Differences(string? carried) =>
        kernel.Vermagic is { } own && carried is not null && carried != own.Value.Text ? Vermagic.Compare(own.Value, Vermagic.Parse(carried)) : [];

    private bool? Reads(CompressionKind kind) => kernel.Configuration?.Value is not { } configuration ? null
        : configuration.IsYes("MODULE_DECOMPRESS") && configuration.IsYes(kind switch { CompressionKind.Gzip => "MODULE_COMPRESS_GZIP", CompressionKind.Xz => "MODULE_COMPRESS_XZ", _ => "MODULE_COMPRESS_ZSTD" });

    // Depth first: what an owner needs comes before it.
    private List<string> Before(LoadTrial trial)
    {
        if (trial.Owners.Count == 0)
            return [];
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { trial.Module.Name };
        foreach (string owner in trial.Owners)
            Visit(owner);
        return order;

        void Visit(string name)
        {
            if (!seen.Add(name))
                return;
            foreach (string needed in owners.TryGetValue(name, out string[]? own) ? own : kernel.Modules?.Before(name) ?? [])
                Visit(needed);
            order.Add(name);
        }
    }
}
