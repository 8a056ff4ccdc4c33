using Xunit;

namespace Oot.Kernel.Tests.Building;

/// <summary>
/// Each directory in <c>tests/cases/survey</c> holds one way in which drivers write their makefiles (<c>driver</c>), what the user says (<c>words</c>, when there is
/// one) and how it wants to be built (<c>plan</c>).
/// <c>OOT_REWRITE_CASES=1</c> writes the plans anew.
/// </summary>
public sealed class SurveyCaseTests
{
    private static string Root { get; } = FindRoot();

    public static TheoryData<string> Cases() =>
        [.. Directory.EnumerateDirectories(Root).Select(directory => Path.GetFileName(directory)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plan_is_as_written(string name)
    {
        string directory = Path.Combine(Root, name, "driver");
        string file = Path.Combine(Root, name, "plan");
        string words = Path.Combine(Root, name, "words");
        string[] said = File.Exists(words) ? File.ReadAllText(words).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        string actual = PlanText.Of(directory, [.. said.Where(word => word.Contains('='))], [.. said.Where(word => !word.Contains('='))]);
        if (Environment.GetEnvironmentVariable("OOT_REWRITE_CASES") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "oot.slnx")))
            directory = Path.GetDirectoryName(directory);
        return Path.Combine(directory ?? ".", "tests", "cases", "survey");
    }
}
