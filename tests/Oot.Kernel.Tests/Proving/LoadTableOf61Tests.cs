using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>The table on Debian's 6.1 kernel for clouds.</summary>
public sealed class LoadTableOf61Tests(BuiltModules built) : LoadTableTests("6.1", "another CRC of a symbol", built), IClassFixture<BuiltModules>
{
    public static IEnumerable<TheoryDataRow<string>> Rows => RowsOf("6.1");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicted_as_the_row_says(string row) => Predict(row);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Booted_as_predicted(string row) => Boot(row);
}
