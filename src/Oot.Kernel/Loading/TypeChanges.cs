using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>Adds to a verdict which types changed, where a CRC differs and the types of both kernels can be had: of the one that the module was built for, and of the one that it is for now.</summary>
/// <param name="builtFor">The kernel that the modules were built for.</param>
/// <param name="kernel">The kernel of the verdicts.</param>
public sealed class TypeChanges(KernelOffer builtFor, KernelOffer kernel)
{
    private const int Shown = 2, MostSymbols = 20;

    // A function of every kernel that unloads modules, with a struct module as its parameter.
    private const string TakesModule = "module_put";

    /// <summary>The verdict with what was found.</summary>
    public LoadVerdict Explain(LoadVerdict verdict)
    {
        if (!verdict.Problems.Any(IsOfVersion) || builtFor.Types.Value is not { } before || kernel.Types.Value is not { } after)
            return verdict;
        int left = MostSymbols;
        return verdict with { Problems = [.. verdict.Problems.Select(problem => IsOfVersion(problem) && left-- > 0 ? Explain(problem, before, after) : problem)] };
    }

    private LoadProblem Explain(LoadProblem problem, TypeGraph before, TypeGraph after)
    {
        IReadOnlyList<string> changes = new TypeComparison(before, after).Of(problem.Rule == LoadRule.StructSize ? TakesModule : problem.Subject, Shown);
        return changes.Count == 0 ? problem : problem with { Detail = $"{problem.Detail}; since {builtFor.Name}: {string.Join("; ", changes)}" };
    }

    /// <summary>Whether types decide a problem. A CRC that is missing has not changed.</summary>
    public static bool IsOfVersion(LoadProblem problem) => problem.Rule == LoadRule.StructSize || problem.Rule is LoadRule.SymbolVersion or LoadRule.Layout && problem.Message.Contains("disagrees", StringComparison.Ordinal);
}
