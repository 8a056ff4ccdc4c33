using Oot.Kernel.Loading;

namespace Oot.Trying;

/// <summary>What <c>--flags</c> takes.</summary>
internal static class LoadFlagNames
{
    private static readonly (string Name, LoadFlags Flag)[] Names =
    [
        ("ignore-vermagic", LoadFlags.IgnoreVermagic), ("ignore-modversions", LoadFlags.IgnoreVersions), ("compressed", LoadFlags.Compressed), ("memory", LoadFlags.Memory),
    ];

    internal static IEnumerable<string> All => Names.Select(pair => pair.Name);

    internal static LoadFlags Of(IEnumerable<string> words) => Names.Where(pair => words.Contains(pair.Name)).Aggregate(LoadFlags.None, (all, pair) => all | pair.Flag);
}
