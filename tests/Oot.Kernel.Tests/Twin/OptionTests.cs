using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// The rows of <c>tests/options.tsv</c>: targets, switches, rebuilds and failures, on the examples. A few always,
/// all of them with <c>OOT_LONG_TESTS=1</c>.
/// </summary>
[Collection(TwinCollection.Name)]
public sealed class OptionTests
{
    private static readonly string[] Always =
    [
        "v2", "object", "symtypes", "one-module-of-two", "install", "clean", "touched-header", "broken-source",
        "undefined-symbol", "cmd-file-cut-in-half", "changed-flags", "bad-compiler-killed", "bad-interrupted", "bad-m-forgotten",
        "bad-full-disk", "bad-read-only-directory", "bad-unprepared-kernel", "bad-recursive-variables", "bad-binary-kbuild",
    ];

    // What differs in kbuild between 5.10 and 6.1.
    private static readonly string[] AlwaysOnOldKernels = ["v2", "one-module-of-two", "symtypes", "clean", "undefined-symbol", "changed-flags"];

    public static TheoryData<string, string> Rows() =>
        new(from row in Checkout.Rows("options.tsv")
            from kernel in new[] { "5.10", "6.1", "6.12" }
            where row[1] == "all" || row[1] == kernel
            where TwinBuild.LongTestsAreWanted || (kernel == "5.10" ? AlwaysOnOldKernels : Always).Contains(row[0])
            select (kernel, row[0]));

    [Theory, MemberData(nameof(Rows))]
    public void Kbuild_does_as_with_gnu_make(string kernel, string name)
    {
        string[] row = Checkout.Rows("options.tsv").Single(row => row[0] == name);
        TwinBuild.Run(kernel, row[2] == "-" ? [] : row[2].Split(' '), Path.Combine(Checkout.Examples, row[3]), row[4].Split(' '));
    }
}
