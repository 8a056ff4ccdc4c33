using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>Every directory of <c>examples/</c> builds, without a warning, to the same bytes as with GNU make.</summary>
[Collection(TwinCollection.Others)]
public sealed class ExampleTests
{
    public static TheoryData<string, string> Builds() =>
        new(from kernel in new[] { "6.1", "6.12" }
            from row in Checkout.Rows("examples.tsv")
            select (kernel, row[0]));

    [Theory, MemberData(nameof(Builds))]
    public void Example_builds_as_with_gnu_make(string kernel, string name)
    {
        string[] row = Checkout.Rows("examples.tsv").Single(row => row[0] == name);
        TwinBuild build = TwinBuild.Run(kernel, [], Path.Combine(Checkout.Examples, name), row[1].Split(' '));

        Assert.Equal(row[2].Split(' '), build.Modules);
        Assert.DoesNotContain("warning", build.Output, StringComparison.OrdinalIgnoreCase);
        Assert.All(build.Output.Split('\n').Where(line => line.StartsWith("--- exit", StringComparison.Ordinal)),
            line => Assert.Equal("--- exit 0", line));
    }

    [Fact]
    public void Every_example_is_in_the_table() =>
        Assert.Equal(
            Directory.GetDirectories(Checkout.Examples).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
            Checkout.Rows("examples.tsv").Select(row => row[0]).Order(StringComparer.Ordinal));

    /// <summary>oot with <paramref name="jobs"/> jobs leaves what GNU make leaves with one.</summary>
    [Theory]
    [InlineData("6.1", "-j2")]
    [InlineData("6.1", "-j16")]
    [InlineData("6.12", "-j2")]
    [InlineData("6.12", "-j16")]
    public void The_number_of_jobs_changes_nothing(string kernel, string jobs)
    {
        TwinBuild build = TwinBuild.Run(kernel, ["-s", "-x", jobs],
            Path.Combine(Checkout.Examples, "symbols-toplevel"), ["-C", "@KDIR@", "M=@DIR@"]);
        Assert.Equal(["provider/provider.ko", "user/user.ko"], build.Modules);
    }
}
