namespace Oot.Make.Tests.TwinCases;

/// <summary>Where the cases lie: <c>tests/cases/make/AREA/NAME.mk</c> in the checkout that the tests were built from.</summary>
internal static class CaseFiles
{
    public static IEnumerable<string> Areas() =>
        Directory.GetDirectories(Root()).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static IReadOnlyList<TwinCase> Of(string area) =>
        [.. Directory.GetFiles(Path.Combine(Root(), area), "*.mk", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => TwinCase.Read(path, Path.GetRelativePath(Root(), path)))];

    private static string Root()
    {
        for (string? directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            string cases = Path.Combine(directory, "tests", "cases", "make");
            if (Directory.Exists(cases))
                return cases;
        }
        throw new DirectoryNotFoundException($"tests/cases/make is nowhere above {AppContext.BaseDirectory}");
    }
}
