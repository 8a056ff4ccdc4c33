using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// Real drivers, from Debian's packages, built with GNU make and with oot: Debian 12's against 6.1, Debian 13's
/// against 6.12. Three a kernel always; with <c>OOT_LONG_TESTS=1</c> all of them, also through their own makefiles
/// and also on the kernel that they were not made for, where some fail and must fail in the same way.
/// </summary>
[Collection(TwinCollection.Name)]
public sealed class DriverTests
{
    private static readonly string[] Always = ["v4l2loopback", "ddcci", "acpi-call"];

    private static readonly (string Suite, string Kernel)[] MadeForEachOther = [("bookworm", "6.1"), ("trixie", "6.12")];

    public static TheoryData<string, string, string> Three() =>
        new(from pair in MadeForEachOther
            from name in Always
            select (pair.Suite, name, pair.Kernel));

    [Theory, MemberData(nameof(Three))]
    public void Driver_builds_as_with_gnu_make(string suite, string name, string kernel)
    {
        TwinBuild build = Build(suite, name, "kbuild", kernel, "-j2");
        Assert.NotEmpty(build.Modules);
    }

    public static TheoryData<string, string, string, string> All() =>
        new(from row in Checkout.Rows("drivers.tsv")
            from kernel in new[] { "6.1", "6.12" }
            where row[3] == "kbuild" || MadeForEachOther.Contains((row[0], kernel))
            select (row[0], row[1], row[3], kernel));

    [Theory, MemberData(nameof(All))]
    public void Every_driver_does_as_with_gnu_make(string suite, string name, string way, string kernel)
    {
        if (!TwinBuild.LongTestsAreWanted)
            Assert.Skip("a long test: OOT_LONG_TESTS=1 runs it");
        // One source at a time where it fails: with more, what else gets built before the end is chance.
        Build(suite, name, way, kernel, MadeForEachOther.Contains((suite, kernel)) ? "-j2" : "-j1");
    }

    private static TwinBuild Build(string suite, string name, string way, string kernel, string jobs)
    {
        string[] row = Checkout.Rows("drivers.tsv").Single(row => row[0] == suite && row[1] == name && row[3] == way);
        return TwinBuild.Run(kernel, jobs == "-j1" ? ["-C", row[4]] : ["-s", "-C", row[4]],
            Path.Combine(TwinBuild.Cache, "drivers", suite, name), WithJobs(row[5].Split(' '), jobs));
    }

    /// <summary>Puts <paramref name="jobs"/> behind every call of make among the steps.</summary>
    private static IEnumerable<string> WithJobs(IReadOnlyList<string> arguments, string jobs)
    {
        string first = "--then";
        foreach (string word in arguments.Append("--then"))
        {
            if (word == "--then" && first is not "--then" and not "sh:")
                yield return jobs;
            first = word == "--then" ? "--then" : first == "--then" ? word : first;
            yield return word;
        }
    }
}
