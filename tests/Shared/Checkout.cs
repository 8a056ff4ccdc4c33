namespace Oot.Shared;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>oot.slnx</c>.</summary>
    public static string Root { get; } = Find();

    public static string Tests => Path.Combine(Root, "tests");

    public static string Examples => Path.Combine(Root, "examples");

    /// <summary>The rows of a table below <see cref="Tests"/>: tab-separated, <c>#</c> opens a comment line.</summary>
    public static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Path.Combine(Tests, table))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));

    private static string Find()
    {
        for (string? directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "oot.slnx")))
                return directory;
        }
        throw new DirectoryNotFoundException($"no oot.slnx above {AppContext.BaseDirectory}");
    }
}
