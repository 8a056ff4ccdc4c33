using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>The table on Debian's 7.x kernel for clouds.</summary>
public sealed class LoadTableOf7Tests(BuiltModules built) : LoadTableTests("7.x", "the distribution's own module where signatures are enforced", built), IClassFixture<BuiltModules>
{
    public static IEnumerable<TheoryDataRow<string>> Rows => RowsOf("7.x");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicted_as_the_row_says(string row) => Predict(row);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Booted_as_predicted(string row) => Boot(row);
}
