using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>Adds to a verdict which types changed, where a CRC differs and the types of both sides can be had.</summary>
/// <param name="before">The kernel that the modules were built for.</param>
/// <param name="now">The kernel of the verdicts.</param>
public sealed class TypeChanges(SymbolTypeSource before, SymbolTypeSource now)
{
    private const int Shown = 2, MostSymbols = 20;

    // A function of every kernel that unloads modules, with a struct module as its parameter.
    private const string TakesModule = "module_put";

    /// <summary>The verdict with what was found.</summary>
    public LoadVerdict Explain(LoadVerdict verdict)
    {
        if (!verdict.Problems.Any(IsOfVersion))
            return verdict;
        int left = MostSymbols;
        return verdict with { Problems = [.. verdict.Problems.Select(problem => IsOfVersion(problem) && left-- > 0 ? Explain(problem) : problem)] };
    }

    private LoadProblem Explain(LoadProblem problem)
    {
        IReadOnlyList<string> changes = Changes(problem.Rule == LoadRule.StructSize ? TakesModule : problem.Subject);
        return changes.Count == 0 ? problem : problem with { Detail = $"{problem.Detail}; since {before.Name}: {string.Join("; ", changes)}" };
    }

    // What the CRC was made of tells it exactly; type information has more than that.
    private IReadOnlyList<string> Changes(string symbol)
    {
        if (before.FileOf(symbol) is { } first && now.FileOf(symbol) is { } second && new SymbolTypesComparison(first, second).Of(symbol, Shown) is { Count: > 0 } exact)
            return exact;
        return before.GraphOf(symbol) is { } old && now.GraphOf(symbol) is { } own ? new TypeComparison(old, own).Of(symbol, Shown) : [];
    }

    /// <summary>Whether types decide a problem. A CRC that is missing has not changed.</summary>
    public static bool IsOfVersion(LoadProblem problem) => problem.Rule == LoadRule.StructSize || problem.Rule is LoadRule.SymbolVersion or LoadRule.Layout && problem.Message.Contains("disagrees", StringComparison.Ordinal);
}
