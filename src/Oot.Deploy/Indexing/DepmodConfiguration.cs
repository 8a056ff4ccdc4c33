namespace Oot.Deploy.Indexing;

/// <summary>What depmod.d says, each list in the order in which kmod tries it: what was said last comes first.</summary>
/// <param name="Searches">Directories below the modules' own, <see cref="BuiltIn"/> or <see cref="External"/>; of two files of one name that in the last listed of those that hold them wins.</param>
/// <param name="Overrides">Paths below the modules' directory without an extension, which win whatever the order is.</param>
/// <param name="Externals">Directories elsewhere, without a last <c>/</c>.</param>
/// <param name="Excludes">Names that are not looked at.</param>
internal sealed record DepmodConfiguration(IReadOnlyList<string> Searches, IReadOnlyList<string> Overrides, IReadOnlyList<string> Externals, IReadOnlyList<string> Excludes)
{
    internal const string BuiltIn = "built-in", External = "external";

    /// <summary>What holds where no file says anything.</summary>
    internal static readonly string[] DefaultSearches = ["updates"];
}
