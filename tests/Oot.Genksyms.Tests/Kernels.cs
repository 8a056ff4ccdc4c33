using Xunit;

namespace Oot.Genksyms.Tests;

/// <summary>The kernels whose own genksyms is the judge: what <c>tests/setup/kernels.sh</c> has unpacked.</summary>
internal static class Kernels
{
    internal static readonly string[] All = ["5.10", "6.1", "6.12", "7.x"];

    internal static string Cache { get; } = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") is { Length: > 0 } given ? given
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } home ? home : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "oot-test");

    internal static bool LongTestsAreWanted => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    internal static string Tree(string kernel) => Path.Combine(Cache, "kernels", kernel, "build");

    /// <summary>The judge, as a path that a makefile would have.</summary>
    internal static string Program(string kernel) => Path.Combine(Tree(kernel), "scripts/genksyms/genksyms");

    /// <summary>Skips the test where the kernel is not there.</summary>
    internal static void Require(string kernel)
    {
        if (!File.Exists(Program(kernel)))
            Assert.Skip($"no genksyms of {kernel}: tests/setup/kernels.sh {kernel}");
        if (kernel == "7.x" && !File.Exists(Judge.Loader))
            Assert.Skip("7.x's programs need a newer C library: tests/setup/judge-make.sh");
    }
}
