using System.Collections.Concurrent;
using Xunit;

namespace Oot.Make.Tests.TwinCases;

/// <summary>
/// Every case of <c>tests/cases/make</c> with GNU make 4.4.1 (<c>OOT_JUDGE_MAKE</c>, see <c>tests/setup/judge-make.sh</c>)
/// and with oot (<c>OOT_MAKE</c>, a program that is GNU make under the name <c>make</c>). Skipped without them.
/// </summary>
public sealed class TwinCaseTests
{
    /// <summary>Cases at once; they sleep as much as they work.</summary>
    private const int AtOnce = 2;

    public static IEnumerable<TheoryDataRow<string>> Areas() => CaseFiles.Areas().Select(area => new TheoryDataRow<string>(area));

    [Theory]
    [MemberData(nameof(Areas))]
    public void Oot_does_as_GNU_make(string area)
    {
        string judge = Program("OOT_JUDGE_MAKE"), oot = Program("OOT_MAKE");
        string scratch = Directory.CreateTempSubdirectory("oot-twin.").FullName;
        ConcurrentBag<(string Name, string Message)> failures = [];
        try
        {
            Parallel.ForEach(CaseFiles.Of(area).Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, entry =>
            {
                if (Compare(entry.Item, judge, oot, Path.Combine(scratch, $"{entry.Index}")) is string message)
                    failures.Add((entry.Item.Name, message));
            });
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        Assert.True(failures.IsEmpty, $"{failures.Count} cases differ\n" + string.Concat(
            failures.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name}: {f.Message}\n")));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Cases_use_only_known_directives(string area)
    {
        foreach (TwinCase twinCase in CaseFiles.Of(area))
            Assert.All(twinCase.Steps, step => Assert.True(TwinCase.Words.Contains(step.Word), $"{twinCase.Name}: {step.Word}"));
    }

    [Fact]
    public void There_are_at_least_800_cases() => Assert.True(CaseFiles.Areas().Sum(area => CaseFiles.Of(area).Count) >= 800);

    /// <returns>What is wrong with the case, or null.</returns>
    private static string? Compare(TwinCase twinCase, string judge, string oot, string scratch)
    {
        string expected = TwinRun.Observe(twinCase, judge, Path.Combine(scratch, "a"));
        string actual = TwinRun.Observe(twinCase, oot, Path.Combine(scratch, "b"));
        return (expected == actual, twinCase.Gap) switch
        {
            (true, null) or (false, not null) => null,
            (true, string gap) => $"equal now: take its mark away (#: gap {gap})",
            (false, null) => "differs (- GNU make, + oot)\n" + LineDifference.Of(expected, actual),
        };
    }

    private static string Program(string variable)
    {
        string? path = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(path))
            Assert.Skip($"{variable} is not set");
        return Path.GetFullPath(path);
    }
}
