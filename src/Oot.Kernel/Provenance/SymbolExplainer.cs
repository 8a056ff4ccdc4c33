using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>Says why symbols are missing: from what the kernel exports, from the map of its sources, and from the maps of other versions.</summary>
/// <param name="kernel">The kernel.</param>
/// <param name="map">The map of its sources, or of the nearest version.</param>
/// <param name="shipped">The maps of other versions.</param>
/// <param name="definitions">Looks for definitions in the sources; null where there are none.</param>
public sealed class SymbolExplainer(ExplainedKernel kernel, ProvenanceIndex map, ShippedMaps shipped, DefinitionSearch? definitions)
{
    private const int MostNearest = 3;

    private readonly ConfigurationJudge? judge = kernel.Configuration is null ? null : new ConfigurationJudge(kernel.Configuration, kernel.Architecture);

    /// <summary>Explains symbols, in their order.</summary>
    public SymbolExplanation[] Explain(IReadOnlyList<string> symbols)
    {
        SymbolExplanation[] result = [.. symbols.Select(Explain)];
        string[] nowhere = [.. result.Where(one => one.Verdict == SymbolVerdict.Nowhere).Select(one => one.Symbol)];
        if (nowhere.Length == 0 || definitions is null)
            return result;
        IReadOnlyDictionary<string, string> found = definitions.Find(nowhere);
        return [.. result.Select(one => one.Verdict == SymbolVerdict.Nowhere && found.TryGetValue(one.Symbol, out string? place)
            ? one with { Verdict = SymbolVerdict.NotExported, Definition = place } : one)];
    }

    private SymbolExplanation Explain(string symbol)
    {
        SymbolVersionsLine? export = kernel.SymbolVersions is { } text ? SymbolVersionsLine.Find(text, symbol) : null;
        int number = map.Find(symbol);
        IReadOnlyList<SymbolOrigin> origins = number < 0 ? [] : map.OriginsOf(number);
        SymbolCandidate[] here = [.. origins.Where(IsForArchitecture).Select(CandidateOf).OrderBy(Rank)];
        if (export is not null)
            return new SymbolExplanation(symbol, SymbolVerdict.Exported) { Export = export, Candidates = here };
        if (origins.Count == 0)
            return NotInMap(symbol);
        if (here.Length == 0)
            return new SymbolExplanation(symbol, SymbolVerdict.OtherArchitectures) { Candidates = [.. origins.Select(CandidateOf)] };
        return new SymbolExplanation(symbol, VerdictOf(here)) { Candidates = here, IsForetold = kernel.SymbolVersions is null };
    }

    private SymbolVerdict VerdictOf(SymbolCandidate[] candidates)
    {
        if (candidates[0].Origin.Placements.Count == 0)
            return SymbolVerdict.Unknown;
        if (judge is null || candidates[0].IsBuilt == false)
            return SymbolVerdict.OptionOff;
        return kernel.Configuration!.IsYes("TRIM_UNUSED_KSYMS") ? SymbolVerdict.Trimmed : kernel.SymbolVersions is null ? SymbolVerdict.Exported : SymbolVerdict.NotInBuild;
    }

    private SymbolExplanation NotInMap(string symbol)
    {
        var elsewhere = new List<ElsewhereExported>();
        foreach (string version in shipped.Versions)
            if (version != map.Version && shipped.Open(version) is { } other && other.Find(symbol) is >= 0 and var number
                && other.OriginsOf(number).FirstOrDefault(IsForArchitecture) is { } origin)
                elsewhere.Add(new ElsewhereExported(version, origin.File, ModuleOf(origin)));
        (string, string)[] nearest = [.. NearNames.Of(map, symbol, MostNearest).Select(name => (name, ModuleOf(map.OriginsOf(map.Find(name))[0])))];
        return new SymbolExplanation(symbol, elsewhere.Count > 0 ? SymbolVerdict.OtherVersions : SymbolVerdict.Nowhere) { Elsewhere = elsewhere, Nearest = nearest, Asked = elsewhere.Count > 0 ? [] : Asked() };
    }

    /// <summary>The series of every map, this kernel's own among them.</summary>
    private string[] Asked() =>
        [.. shipped.Versions.Append(map.Version).Select(KernelSeries.Of).OfType<KernelSeries>().Distinct().Order().Select(static series => series.ToString())];

    private string ModuleOf(SymbolOrigin origin) =>
        origin.Placements.Where(placement => IsForArchitecture(origin, placement)).Select(placement => placement.Module).FirstOrDefault(module => module.Length > 0) ?? "";

    private SymbolCandidate CandidateOf(SymbolOrigin origin)
    {
        Condition goal = Condition.False;
        bool? isBuilt = false;
        foreach (Placement placement in origin.Placements)
        {
            goal = goal.Or(placement.When.And(origin.When));
            bool? here = judge is null ? null : judge.IsBuilt(origin, placement);
            isBuilt = isBuilt == true || here == true ? true : isBuilt is null || here is null ? null : false;
        }
        (IReadOnlyList<OptionNeed> needs, IReadOnlyList<string> others) = OptionNeeds.Fewest(goal, judge);
        // One source may be in a module of each architecture: this kernel's is the one to name.
        Placement[] placements = [.. origin.Placements.OrderBy(placement => Rank(origin, placement))];
        return new SymbolCandidate(origin with { Placements = placements }, goal, isBuilt, isBuilt == true ? [] : needs, others);
    }

    /// <summary>What is built comes first, then this architecture's, as a module before as a part of the kernel.</summary>
    private int Rank(SymbolOrigin origin, Placement placement) =>
        judge?.IsBuilt(origin, placement) == true ? 0 : (IsForArchitecture(origin, placement) ? 1 : 3) + (placement.Module.Length > 0 ? 0 : 1);

    // What is built comes first, then what may be, then the fewest changes; what nobody can tell last.
    private static int Rank(SymbolCandidate candidate) =>
        candidate.Origin.Placements.Count == 0 ? int.MaxValue : candidate.IsBuilt == true ? -1 : (candidate.Needs.Count * 100) + candidate.Others.Count;

    private bool IsForArchitecture(SymbolOrigin origin)
    {
        if (kernel.Architecture is null)
            return true;
        if (origin.Placements.Count == 0)
            return !origin.File.StartsWith("arch/", StringComparison.Ordinal) || origin.File.StartsWith($"arch/{kernel.Architecture}/", StringComparison.Ordinal);
        return origin.Placements.Any(placement => IsForArchitecture(origin, placement));
    }

    private bool IsForArchitecture(SymbolOrigin origin, Placement placement)
    {
        uint OnlyArchitecture(FreeVariable variable) =>
            variable.Name == ConfigurationVariables.Architecture && kernel.Architecture is not null ? variable.MaskOf(value => value == kernel.Architecture) : 0;
        return placement.When.And(origin.When).Holds(OnlyArchitecture) != false;
    }
}
