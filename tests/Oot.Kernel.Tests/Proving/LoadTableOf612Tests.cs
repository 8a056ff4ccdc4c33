using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>The table on Debian's 6.12 kernel for clouds.</summary>
public sealed class LoadTableOf612Tests(BuiltModules built) : LoadTableTests("6.12", "changed after it was signed", built), IClassFixture<BuiltModules>
{
    public static IEnumerable<TheoryDataRow<string>> Rows => RowsOf("6.12");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Predicted_as_the_row_says(string row) => Predict(row);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Booted_as_predicted(string row) => Boot(row);
}
