using Oot.Kernel.Proving;
using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>
/// Modules right or wrong in one way each (<c>tests/load/table</c>): what is predicted is what the row says, and what a booted kernel does. Every row is predicted always; one a kernel is
/// booted always, all with <c>OOT_LONG_TESTS=1</c>. A boot is fresh for each row.
/// </summary>
public abstract class LoadTableTests(string kernel, string always, BuiltModules built)
{
    protected static IEnumerable<TheoryDataRow<string>> RowsOf(string kernel) => LoadTable.Read().Select(row =>
        new TheoryDataRow<string>(row.Name) { Skip = row.Results[kernel].Reason is string reason ? $"not applicable, because {reason}" : null });

    protected void Predict(string name)
    {
        LoadRow row = Row(name);
        using var run = new RowRun(row, kernel, built);
        Same(row.Results[kernel], run.Predicted, predicted: true);
    }

    protected void Boot(string name)
    {
        Assert.SkipWhen(name != always && Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1", "a long test: OOT_LONG_TESTS=1 runs it");
        Assert.SkipWhen(!File.Exists("/usr/bin/qemu-system-x86_64"), "apt-get install qemu-system-x86");
        Assert.SkipWhen(!File.Exists("/bin/busybox"), "apt-get install busybox-static");
        LoadRow row = Row(name);
        using var run = new RowRun(row, kernel, built);
        (LoadResult real, LoadProof proof) = run.Boot();
        LoadResult expected = row.Results[kernel];
        Same(expected, real, predicted: false);
        if (expected.IsOfInit)
            Assert.Equal(("result", "loaded", expected.Errno), Assert.Single(proof.Differences) is var only ? (only.What, only.Predicted, only.Real) : default);
        else
            Assert.Empty(proof.Differences);
    }

    private static LoadRow Row(string name) => LoadTable.Read().Single(row => row.Name == name);

    private static void Same(LoadResult expected, LoadResult found, bool predicted)
    {
        string errno = predicted && expected.IsOfInit ? "loads" : expected.Errno;
        Assert.Equal($"{errno} {expected.Taints}\n{string.Join('\n', expected.Log)}", $"{found.Errno} {found.Taints}\n{string.Join('\n', found.Log)}");
    }
}
